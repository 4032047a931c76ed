import { unknownIn } from '../../unknown-values.ts';
import { type Indexed, index, luaType } from '../lua-value.ts';
import { type Members, pass, type StepCheck, type StepResult, unknown } from '../state.ts';
import type { ClaimCheck, ClaimValue } from '../steps.ts';

const TEXTS: Readonly<Record<ClaimCheck['outcome'], string>> = {
  pass: '',
  'not-a-number': 'must be a number',
  expired: 'token expired',
  'too-early': 'token not valid yet',
};

/**
 * J60: every listed claim is a number and fits the clock; all are checked and told together. Two errors come in either
 * order, by the whim of a Lua table; `nbf` first is the usual one (12 of 13 recordings).
 */
export const registeredClaims: StepCheck = ({ claims, config, exchange, plugin }) => {
  if (claims === undefined) return undefined;
  const listed = config.claims_to_verify ?? [];
  const names = unknownIn([listed]);
  if (names.length > 0) return unknown('J60', { checked: [] }, names);
  const checked = (['nbf', 'exp'] as const)
    .filter((name) => listed.includes(name))
    .map((name) => judge(name, index(claims, name), exchange.now));
  const failed = checked.filter(({ outcome }) => outcome !== 'pass');
  const at = () => plugin.place('config.claims_to_verify');
  if (checked.length === 0) return { step: 'J60', outcome: 'not-applicable', data: { checked }, at };
  if (failed.length === 0) return pass('J60', { checked }, { at });
  return refuseAll(checked, failed, at);
};

function refuseAll(
  checked: readonly ClaimCheck[],
  failed: readonly ClaimCheck[],
  at: NonNullable<StepResult['at']>,
): StepResult<'J60'> {
  const members: Members = failed.map(({ name, outcome }) => [name, TEXTS[outcome]]);
  const random = failed.length > 1 ? { random: true as const } : {};
  const refusal = { kind: 'unauthorized' as const, members, challenge: 'error' as const, ...random };
  const found = failed.map(({ name, value }) => `${name} ${typeof value === 'object' ? value.type : value}`).join(', ');
  return { step: 'J60', outcome: 'fail', data: { checked }, refusal, found, at };
}

/** No leeway; equal is expired, and equal is not too early. NaN fails no comparison. */
function judge(name: 'exp' | 'nbf', value: Indexed, now: number): ClaimCheck {
  const shown = { name, value: claimValue(value), now };
  if (typeof value !== 'number') return { ...shown, outcome: 'not-a-number' };
  if (name === 'exp') return { ...shown, outcome: value <= now ? 'expired' : 'pass' };
  return { ...shown, outcome: value > now ? 'too-early' : 'pass' };
}

export function claimValue(value: Indexed): ClaimValue {
  if (typeof value !== 'number') return { type: luaType(value) };
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value)) return value;
  return value > 0 ? 'Infinity' : '-Infinity';
}
