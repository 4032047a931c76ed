import type { Problem } from '../facts/index.ts';
import type { TimeClaim, TimeClaimName, TimeClaims } from './model.ts';
import { isInstant } from './zone.ts';

const NAMES: readonly TimeClaimName[] = ['exp', 'nbf', 'iat', 'auth_time'];
const YEAR = 31_557_600_000;
/** From here on (the year 5138) a number of seconds is one of milliseconds, which has a remark of its own. */
const LAST_BELIEVABLE = 1e14;

/** Units that people take for seconds, by how large a present-day time is in them. */
const UNITS: readonly (readonly [name: string, from: number, perSecond: number])[] = [
  ['milliseconds', 1e11, 1e3],
  ['microseconds', 1e14, 1e6],
  ['nanoseconds', 1e17, 1e9],
];

/** What is odd about the time claims, each in one sentence. Takes no side: verdicts are elsewhere. */
export function remarksOn(times: TimeClaims, raw: (name: TimeClaimName) => unknown, now: number): Problem[] {
  const each = NAMES.flatMap((name) => remarksOnOne(name, times[name], raw(name)));
  return [...each, ...remarksOnOrder(times, now)];
}

function remarksOnOne(name: TimeClaimName, claim: TimeClaim, raw: unknown): Problem[] {
  if (claim.state === 'absent') return [];
  if (claim.state === 'unusable') {
    if (typeof raw === 'string' && raw.length <= 32 && /^\d+(\.\d+)?$/.test(raw.trim()))
      return [
        {
          code: 'time-is-a-string',
          message: `${name} is the text "${raw}", not the number ${raw.trim()}.`,
          hint: `Let the issuer write ${name} without quotes.`,
        },
      ];
    const what = claim.found === 'infinite' ? 'too large for any program' : `of type ${claim.found}`;
    return [{ code: 'time-unusable', message: `${name} is ${what}: it says no time.` }];
  }
  const { seconds, instant } = claim;
  const unit = UNITS.findLast(([, from]) => seconds >= from);
  if (unit !== undefined && seconds < unit[1] * 1e3) {
    const meant = new Date(Math.round((seconds / unit[2]) * 1000)).toISOString().replace('.000Z', 'Z');
    return [
      {
        code: `time-in-${unit[0]}`,
        message: `${name} looks like ${unit[0]} (${meant}); it is read as seconds, which is ${yearOf(instant)}.`,
        hint: `Let the issuer divide ${name} by ${unit[2]}.`,
      },
    ];
  }
  if (!isInstant(instant))
    return [{ code: 'time-beyond-calendar', message: `${name} lies outside the calendar: ${seconds}.` }];
  if (!Number.isInteger(seconds))
    return [
      { code: 'time-has-fraction', message: `${name} has a fraction of a second, which RFC 7519 allows: ${seconds}.` },
    ];
  if (seconds < 0) return [{ code: 'time-negative', message: `${name} lies before 1970: ${seconds}.` }];
  return [];
}

const yearOf = (instant: number): string =>
  isInstant(instant) ? `the year ${new Date(instant).getUTCFullYear()}` : 'outside the calendar';

function remarksOnOrder({ exp, nbf, iat }: TimeClaims, now: number): Problem[] {
  const out: Problem[] = [];
  const [end, start, issued] = [exp, nbf, iat].map((claim) => (claim.state === 'read' ? claim.instant : undefined));
  if (exp.state === 'absent')
    out.push({ code: 'exp-absent', message: 'There is no exp: nothing in the token ends it.' });
  if (end !== undefined && start !== undefined && end <= start)
    out.push({
      code: 'exp-before-nbf',
      message: 'exp is not after nbf: there is no time at which this token is valid.',
    });
  else if (end !== undefined && issued !== undefined && end <= issued)
    out.push({ code: 'exp-before-iat', message: 'exp is not after iat: the token was expired when it was issued.' });
  if (issued !== undefined && issued > now)
    out.push({
      code: 'iat-in-future',
      message: 'iat lies in the future: the clock of the issuer is ahead, or this one is behind.',
      hint: 'RFC 7519 gives iat no say in whether a token is valid; some verifiers refuse it all the same.',
    });
  const begin = start ?? issued;
  const believable = end !== undefined && end < LAST_BELIEVABLE;
  if (believable && begin !== undefined && end - begin > YEAR)
    out.push({ code: 'lifetime-long', message: 'The token lives for more than a year.' });
  return out;
}
