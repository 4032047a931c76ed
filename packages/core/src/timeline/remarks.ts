import { inSeconds, readNumericDate } from '../claims/index.ts';
import type { Problem } from '../facts/index.ts';
import type { Json } from '../parse/index.ts';
import { showInstant } from './clock-face.ts';
import type { TimeClaimName, TimeClaims } from './model.ts';

const NAMES: readonly TimeClaimName[] = ['exp', 'nbf', 'iat', 'auth_time'];
const LONGEST_LIFE = 366 * 86_400_000;
/** From here on (the year 5138) a number of seconds is one of milliseconds, which has a remark of its own. */
const LAST_BELIEVABLE = 1e14;

/** What is odd about the time claims, each in one sentence. Codes are those of the rules about tokens. Takes no side. */
export function remarksOn(times: TimeClaims, raw: (name: TimeClaimName) => Json | undefined, now: number): Problem[] {
  return [...NAMES.flatMap((name) => remarksOnOne(name, raw(name))), ...remarksOnOrder(times, now)];
}

/** `exp-not-a-number` is a rule of its own, for the other claims there is one together. */
export const notANumber = (name: string): string => (name === 'exp' ? 'exp-not-a-number' : 'time-not-a-number');

function remarksOnOne(name: TimeClaimName, value: Json | undefined): Problem[] {
  const read = readNumericDate(value);
  switch (read.state) {
    case 'absent':
      return [];
    case 'wrong-type': {
      const meant = read.meant === undefined ? 'it says no time' : `${read.meant} was probably meant`;
      const hint = `Let the issuer write ${name} as a JSON number, without quotes.`;
      return [{ code: notANumber(name), message: `${name} is ${read.found}: ${meant}.`, hint }];
    }
    case 'out-of-range':
      if (read.unit !== undefined) return [otherUnit(name, read.seconds, read.unit)];
      return [{ code: 'time-out-of-range', message: `${name} lies outside the calendar: ${read.seconds}.` }];
    case 'date':
      if (read.unit !== undefined && read.seconds >= 1e11) return [otherUnit(name, read.seconds, read.unit)];
      if (read.seconds < 0)
        return [{ code: 'time-out-of-range', message: `${name} lies before 1970: ${read.seconds}.` }];
      return Number.isInteger(read.seconds) ? [] : [fraction(name, read.seconds)];
  }
}

function otherUnit(name: string, seconds: number, unit: Parameters<typeof inSeconds>[1]): Problem {
  const meant = inSeconds(seconds, unit) * 1000;
  return {
    code: 'time-in-milliseconds',
    message: `${name} looks like ${unit} (${showInstant(meant, 'UTC')}); it is read as seconds, ${showInstant(seconds * 1000, 'UTC')}.`,
    hint: `Let the issuer divide ${name} by ${Math.round(seconds / inSeconds(seconds, unit))}.`,
  };
}

const fraction = (name: string, seconds: number): Problem => ({
  code: 'time-has-fraction',
  message: `${name} has a fraction of a second, which RFC 7519 allows: ${seconds}.`,
});

function remarksOnOrder({ exp, nbf, iat }: TimeClaims, now: number): Problem[] {
  const out: Problem[] = [];
  const [end, start, issued] = [exp, nbf, iat].map((claim) => (claim.state === 'read' ? claim.instant : undefined));
  if (exp.state === 'absent')
    out.push({ code: 'exp-missing', message: 'There is no exp: nothing in the token ends it.' });
  if (end !== undefined && start !== undefined && end <= start)
    out.push({
      code: 'exp-before-nbf',
      message: 'exp is not after nbf: there is no time at which this token is valid.',
    });
  else if (end !== undefined && issued !== undefined && end <= issued)
    out.push({ code: 'exp-before-iat', message: 'exp is not after iat: the token was expired when it was issued.' });
  if (issued !== undefined && issued > now)
    out.push({
      code: 'issued-in-the-future',
      message: 'iat lies in the future: the clock of the issuer is ahead, or this one is behind.',
      hint: 'RFC 7519 gives iat no say in whether a token is valid; some verifiers refuse it all the same.',
    });
  const begin = issued ?? start ?? now;
  if (end !== undefined && end < LAST_BELIEVABLE && end - begin > LONGEST_LIFE)
    out.push({ code: 'lifetime-too-long', message: 'The token lives for more than a year.' });
  return out;
}
