import { unknownIn } from '../../unknown-values.ts';
import type { StepCheck } from '../state.ts';
import { skip, unknown } from '../state.ts';

/** J00: with `run_on_preflight: false` an OPTIONS request is let through as it came. */
export const preflight: StepCheck = ({ config, exchange }) => {
  const { method } = exchange.request.wire;
  if (method !== 'OPTIONS') return undefined;
  const names = unknownIn([config.run_on_preflight]);
  if (names.length > 0) return unknown('J00', { method }, names);
  return config.run_on_preflight ? undefined : skip('J00', { method });
};
