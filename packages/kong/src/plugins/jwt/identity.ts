import type { Consumer } from '../../config/index.ts';
import { shownUnknown } from '../unknown-values.ts';
import type { JwtState } from './state.ts';

/** `set_consumer` of the handler: who the upstream is told it is, in the order in which new headers are appended. */
export function setIdentity(state: JwtState, consumer: Consumer | null, credentialKey: string | null): void {
  const { headers } = state.exchange;
  const put = (name: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) headers.clear(name);
    else headers.set(name, shownUnknown(value));
  };
  put('x-consumer-id', consumer?.id);
  put('x-consumer-custom-id', consumer?.customId);
  put('x-consumer-username', consumer?.username);
  put('x-credential-identifier', credentialKey);
  if (!state.switches.keepsCredentialUsername) headers.clear('x-credential-username');
  put('x-anonymous-consumer', credentialKey === null ? 'true' : null);
}
