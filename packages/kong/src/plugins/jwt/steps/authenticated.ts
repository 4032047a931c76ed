import type { StepCheck } from '../state.ts';
import { skip } from '../state.ts';

/** J01: with `anonymous`, another plugin's success is enough. */
export const authenticated: StepCheck = ({ config, exchange }) =>
  config.anonymous !== null && exchange.credential !== null ? skip('J01', { by: exchange.credential.id }) : undefined;
