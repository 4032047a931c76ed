import type { StepData } from '../../plugins/index.ts';
import { configChange, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate, CureId, TokenChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { nowOf } from '../situation.ts';
import { membersOf } from '../surgery/index.ts';
import { candidate, configCandidate } from './make.ts';
import { reissued } from './signature.ts';

const MINUTES_5 = 300;
/** Above this a NumericDate is taken for milliseconds: the year 5138 in seconds. */
const MILLISECONDS = 1e11;

/** J60: a token whose times are right, or a gateway that does not look at them. */
export function checkedTimes(sight: Sight): Candidate[] {
  const { checked } = sight.judgement.failed?.data as StepData['J60'];
  const names = checked.filter(({ outcome }) => outcome !== 'pass').map(({ name }) => name);
  const now = nowOf(sight);
  const right = { exp: now + lifetimeOf(sight), nbf: now };
  return [...issueTimes(sight, Object.fromEntries(names.map((name) => [name, right[name]]))), ...lookNot(sight, names)];
}

function lifetimeOf({ config }: Sight): number {
  const most = config.maximum_expiration ?? 0;
  return most > 0 ? Math.min(MINUTES_5, most) : MINUTES_5;
}

/** Only what time mends is the caller's; a claim that is missing or no number is the issuer's. */
function issueTimes(sight: Sight, wrong: Readonly<Record<string, unknown>>): Candidate[] {
  const claims = (sight.token === undefined ? undefined : membersOf(sight.token, 'claims')) ?? {};
  const names = Object.keys(wrong);
  const request = reissued(sight, wrong);
  const [name] = names;
  if (request === undefined || name === undefined) return [];
  const timely = names.every((one) => typeof claims[one] === 'number');
  const change: TokenChange = {
    kind: 'token',
    part: 'claims',
    name: names.join(', '),
    old: names.map((one) => textOf(claims[one])).join(', '),
    new: timely ? 'of a new token' : 'a JSON number of seconds',
  };
  const trial = { request, assume: ['signature'] };
  if (!timely) return candidate({ id: 'issue-times-as-numbers', fix: 'F13', who: 'identity-provider' }, change, trial);
  const id = name === 'exp' ? 'fetch-a-new-token' : 'set-the-clocks';
  return candidate({ id, fix: 'F13', who: name === 'exp' ? 'caller' : 'identity-provider' }, change, trial);
}

const textOf = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value));

/** The last resort, which lets through what was refused for a reason. */
function lookNot(sight: Sight, names: readonly string[]): Candidate[] {
  const left = (sight.config.claims_to_verify ?? []).filter((name) => !names.includes(name));
  const ref = pluginRef(sight.plugin);
  const field = 'config.claims_to_verify';
  const edit =
    left.length > 0 ? setEdit(sight, sight.plugin, ref, field, left) : removeEdit(sight, sight.plugin, ref, field);
  const weakens = names.includes('exp') ? 'expiry-unchecked' : 'start-unchecked';
  // A limit of the lifetime is only taken together with a checked `exp`.
  const limited = names.includes('exp') && (sight.config.maximum_expiration ?? 0) > 0;
  const unlimited = setEdit(sight, sight.plugin, ref, 'config.maximum_expiration', 0);
  const change = limited ? configChange(edit, unlimited) : configChange(edit);
  return configCandidate({ id: 'do-not-check-times', fix: 'F13', weakens }, change);
}

/** J61: shorter tokens, or a longer limit. */
export function shorterLife(sight: Sight): Candidate[] {
  const exp = sight.token === undefined ? undefined : membersOf(sight.token, 'claims')?.['exp'];
  const now = nowOf(sight);
  const most = sight.config.maximum_expiration ?? 0;
  const seconds = typeof exp === 'number' && exp > MILLISECONDS ? Math.floor(exp / 1000) : undefined;
  const issued =
    seconds !== undefined && seconds <= now + most
      ? reissuedWith(sight, exp, seconds, 'issue-exp-in-seconds', `${seconds} (seconds)`)
      : reissuedWith(sight, exp, now + most, 'issue-shorter-tokens', `at most ${most} s from now`);
  return [...issued, ...raiseLimit(sight, exp, now)];
}

function reissuedWith(sight: Sight, exp: unknown, fresh: number, id: CureId, shown: string): Candidate[] {
  const request = reissued(sight, { exp: fresh });
  if (request === undefined) return [];
  const change: TokenChange = { kind: 'token', part: 'claims', name: 'exp', old: textOf(exp), new: shown };
  return candidate({ id, fix: 'F13', who: 'identity-provider' }, change, { request, assume: ['signature'] });
}

/** `value should be between 0 and 31536000` */
const LONGEST = 31_536_000;

function raiseLimit(sight: Sight, exp: unknown, now: number): Candidate[] {
  if (typeof exp !== 'number' || exp - now > LONGEST) return [];
  const ref = pluginRef(sight.plugin);
  const edit = setEdit(sight, sight.plugin, ref, 'config.maximum_expiration', Math.ceil(exp - now));
  return configCandidate({ id: 'raise-the-limit', fix: 'F13', weakens: 'longer-lifetime' }, configChange(edit));
}

/** Surprises: a time that nobody looks at is looked at. */
export function checkTimes(sight: Sight, name: 'exp' | 'nbf'): Candidate[] {
  const names = [...new Set([...(sight.config.claims_to_verify ?? []), name])];
  const edit = setEdit(sight, sight.plugin, pluginRef(sight.plugin), 'config.claims_to_verify', names);
  return configCandidate({ id: `check-${name}`, fix: 'F13' }, configChange(edit));
}
