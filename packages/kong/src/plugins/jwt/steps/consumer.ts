import { fromBytes } from '../../../wire/index.ts';
import { pass, refuse, type StepCheck } from '../state.ts';

/** J70: the credential's consumer is there. */
export const consumer: StepCheck = ({ credential, config, key }) => {
  if (credential === undefined || key === undefined) return undefined;
  const data = { claim: fromBytes(config.key_claim_name ?? ''), value: fromBytes(key) };
  if (credential.consumer !== null) return pass('J70', data, { at: () => credential.place('consumer') });
  return refuse('J70', data, `Could not find consumer for '${config.key_claim_name}=${key}'`, { challenge: 'none' });
};
