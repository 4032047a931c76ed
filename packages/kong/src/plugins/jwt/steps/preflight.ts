import type { StepCheck } from '../state.ts';
import { skip } from '../state.ts';

/** J00: with `run_on_preflight: false` an OPTIONS request is let through as it came. */
export const preflight: StepCheck = ({ config, exchange }) => {
  const { method } = exchange.request.wire;
  return !config.run_on_preflight && method === 'OPTIONS' ? skip('J00', { method }) : undefined;
};
