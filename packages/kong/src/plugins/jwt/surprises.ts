import type { Finding } from '@why401/core';
import { basisOf } from './basis.ts';
import { index } from './lua-value.ts';
import type { JwtState } from './state.ts';

type Worry = Pick<Finding, 'id' | 'data'> & { readonly field: string; readonly step: string };

/** A token that was let in although its times say otherwise: nobody looked at them. */
export function acceptedAnyway(state: JwtState): readonly Finding[] {
  const { claims, config, exchange } = state;
  if (claims === undefined) return [];
  const { now } = exchange;
  const unchecked = (name: 'exp' | 'nbf') => !(config.claims_to_verify ?? []).includes(name);
  const [exp, nbf] = [index(claims, 'exp'), index(claims, 'nbf')];
  const field = 'config.claims_to_verify';
  const worries: Worry[] = [];
  if (unchecked('exp') && typeof exp === 'number' && exp <= now)
    worries.push({ id: 'kong-jwt-expired-but-accepted', data: { exp, now }, field, step: 'J60' });
  if (unchecked('nbf') && typeof nbf === 'number' && nbf > now)
    worries.push({ id: 'kong-jwt-not-yet-valid-but-accepted', data: { nbf, now }, field, step: 'J60' });
  return worries.map((worry) => finding(state, worry));
}

/** A request without a token is what `anonymous` is for; a refused token is not. */
export const anonymousAccepts = (state: JwtState, step: string, discarded: string): Finding =>
  finding(state, {
    id: 'kong-jwt-anonymous-accepts',
    data: { step, discarded, anonymous: state.config.anonymous },
    field: 'config.anonymous',
    step: 'A1',
  });

/** A caller's own identity headers reach the upstream where the plugin was skipped. */
export function preflightUnchecked(state: JwtState): readonly Finding[] {
  const { lines } = state.exchange.request;
  const sent = lines.filter(({ key }) => /^x-(consumer-|credential-identifier$|anonymous-consumer$)/.test(key));
  if (sent.length === 0) return [];
  const data = { headers: sent.map(({ name }) => name) };
  const field = 'config.run_on_preflight';
  return [finding(state, { id: 'kong-jwt-preflight-unchecked', data, field, step: 'J00' })];
}

function finding({ plugin, exchange }: JwtState, { id, data, field, step }: Worry): Finding {
  const base = { id, severity: 'warning' as const, data, basis: basisOf(step, exchange.release) };
  return Object.defineProperty(base, 'place', { get: () => plugin.place(field), enumerable: true });
}
