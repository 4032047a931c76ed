import type { State } from '../state/index.ts';
import { issOf, issuerSource } from './issuer.ts';

/** What is to be judged in the issuer view; undefined: nothing yet. */
export function issuerQuestion(state: State): { readonly path: string; readonly body: object } | undefined {
  const source = issuerSource(state);
  if (state.view !== 'issuer' || source === undefined) return undefined;
  const { issuer, gateway, zone, now } = state;
  const [expect, iss] = [issuer.url, issOf(state)];
  const body = {
    from: source,
    profile: issuer.profile,
    zone,
    ...(source === 'files' && expect !== '' && { expect }),
    ...(iss !== undefined && { iss }),
    ...(gateway.kongVersion !== '' && { kongVersion: gateway.kongVersion }),
    ...(now !== null && { now }),
  };
  return { path: '/api/issuer', body };
}
