import { code, type Line, line, value } from '@why401/core/report';
import { showInstant, showLength, showRelative } from '@why401/core/timeline';
import type { ClaimCheck, ClaimValue } from '../../plugins/index.ts';
import { jsonType } from './decoding.ts';
import { listed, type Telling, type WordsOf } from './telling.ts';

/** Above this a NumericDate is taken for milliseconds: the year 5138 in seconds. */
const MILLISECONDS = 1e11;

export const times: WordsOf<'J60' | 'J61'> = {
  J60: {
    brief: ({ checked }, { now }) =>
      line`${listed(checked.filter(({ outcome }) => outcome !== 'pass').map((one) => brief(one, now)))}`,
    failed: ({ checked }, telling) => {
      const failed = checked.filter(({ outcome }) => outcome !== 'pass');
      const random = failed.length > 1 ? [line`Both stand in one body, in an order that Kong picks at random.`] : [];
      return [...failed.map((one) => claim(one, telling)), ...random];
    },
    passed: ({ checked }, telling) =>
      checked.length === 0
        ? line`not checked: ${code('claims_to_verify')} is unset`
        : line`${listed(checked.map((one) => passed(one, telling)))}`,
  },
  J61: {
    failed: ({ exp, maximum }, telling) => [
      typeof exp === 'number' && exp > MILLISECONDS
        ? line`The ${code('exp')} of the token is in milliseconds, which Kong reads as seconds: far beyond the ${showLength(maximum * 1000)} that are allowed.`
        : typeof exp === 'number'
          ? line`The token ends ${showRelative(exp * 1000, telling.now)}, and at most ${showLength(maximum * 1000)} are allowed.`
          : line`The token has no usable ${code('exp')}, and at most ${showLength(maximum * 1000)} are allowed.`,
      line`${code('maximum_expiration')} is ${maximum} s: what is left of the token counts, not how long it lives.`,
    ],
    passed: ({ maximum }) => (maximum === 0 ? line`no limit` : line`within ${showLength(maximum * 1000)}`),
  },
};

function brief({ name, value: found, outcome }: ClaimCheck, now: number): string {
  if (typeof found !== 'number' || outcome === 'not-a-number') return `${name} is no number`;
  return `${name} ${showRelative(found * 1000, now)}`;
}

function claim({ name, value: found, outcome }: ClaimCheck, { now, zone }: Telling): Line {
  const at = typeof found === 'number' ? showInstant(found * 1000, zone, now) : '';
  const clock = showInstant(now, zone, typeof found === 'number' ? found * 1000 : now);
  if (outcome === 'expired' && typeof found === 'number')
    return line`The token expired ${showRelative(found * 1000, now)} (${code('exp')} ${value(at)}, now ${value(clock)}).`;
  if (outcome === 'too-early' && typeof found === 'number')
    return line`The token is not valid yet: it begins ${showRelative(found * 1000, now)} (${code('nbf')} ${value(at)}, now ${value(clock)}).`;
  return line`The claim ${code(name)} is ${kindOf(found)}, and ${code('claims_to_verify')} wants a number of seconds.`;
}

function passed({ name, value: found }: ClaimCheck, { now, zone }: Telling): string {
  return typeof found === 'number' ? `${name} ${showInstant(found * 1000, zone, now)}` : `${name} ${String(found)}`;
}

function kindOf(found: ClaimValue): string {
  if (typeof found !== 'object') return String(found);
  return found.type === 'nil' ? 'absent' : jsonType(found.type);
}
