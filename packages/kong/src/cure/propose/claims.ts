import { configChange, pluginRef, removeEdit, setEdit } from '../edits.ts';
import type { Candidate, TokenChange } from '../model.ts';
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
  const claims = sight.token === undefined ? undefined : membersOf(sight.token, 'claims');
  if (claims === undefined) return [];
  const now = nowOf(sight);
  const listed = sight.config.claims_to_verify ?? [];
  const wrong: Record<string, unknown> = {};
  if (listed.includes('exp') && !isGood('exp', claims['exp'], now)) wrong['exp'] = now + lifetimeOf(sight);
  if (listed.includes('nbf') && !isGood('nbf', claims['nbf'], now)) wrong['nbf'] = now;
  return [...issueTimes(sight, claims, wrong), ...lookNot(sight, Object.keys(wrong))];
}

const isGood = (name: 'exp' | 'nbf', value: unknown, now: number): boolean =>
  typeof value === 'number' && (name === 'exp' ? value > now : value <= now);

function lifetimeOf({ config }: Sight): number {
  const most = config.maximum_expiration ?? 0;
  return most > 0 ? Math.min(MINUTES_5, most) : MINUTES_5;
}

/** Only what time mends is the caller's; a claim that is missing or no number is the issuer's. */
function issueTimes(sight: Sight, claims: Readonly<Record<string, unknown>>, wrong: Readonly<Record<string, unknown>>) {
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
  const ref = pluginRef(sight, sight.plugin);
  const field = 'config.claims_to_verify';
  const edit =
    left.length > 0 ? setEdit(sight, sight.plugin, ref, field, left) : removeEdit(sight, sight.plugin, ref, field);
  const weakens = names.includes('exp') ? 'expiry-unchecked' : 'start-unchecked';
  return configCandidate({ id: 'do-not-check-times', fix: 'F13', weakens }, configChange(edit));
}

/** J61: shorter tokens, or a longer limit. */
export function shorterLife(sight: Sight): Candidate[] {
  const exp = sight.token === undefined ? undefined : membersOf(sight.token, 'claims')?.['exp'];
  const now = nowOf(sight);
  const most = sight.config.maximum_expiration ?? 0;
  const inMilliseconds = typeof exp === 'number' && exp > MILLISECONDS;
  const fresh = inMilliseconds ? Math.floor(exp / 1000) : now + most;
  const request = reissued(sight, { exp: fresh });
  const change: TokenChange = {
    kind: 'token',
    part: 'claims',
    name: 'exp',
    old: textOf(exp),
    new: inMilliseconds ? `${fresh} (seconds)` : `at most ${most} s from now`,
  };
  const id = inMilliseconds ? 'issue-exp-in-seconds' : 'issue-shorter-tokens';
  const about = { id, fix: 'F13', who: 'identity-provider' } as const;
  return [
    ...(request === undefined ? [] : candidate(about, change, { request, assume: ['signature'] })),
    ...raiseLimit(sight, exp, now),
  ];
}

/** `value should be between 0 and 31536000` */
const LONGEST = 31_536_000;

function raiseLimit(sight: Sight, exp: unknown, now: number): Candidate[] {
  if (typeof exp !== 'number' || exp - now > LONGEST) return [];
  const ref = pluginRef(sight, sight.plugin);
  const edit = setEdit(sight, sight.plugin, ref, 'config.maximum_expiration', Math.ceil(exp - now));
  return configCandidate({ id: 'raise-the-limit', fix: 'F13', weakens: 'longer-lifetime' }, configChange(edit));
}

/** Surprises: a time that nobody looks at is looked at. */
export function checkTimes(sight: Sight, name: 'exp' | 'nbf'): Candidate[] {
  const names = [...new Set([...(sight.config.claims_to_verify ?? []), name])];
  const edit = setEdit(sight, sight.plugin, pluginRef(sight, sight.plugin), 'config.claims_to_verify', names);
  return configCandidate({ id: `check-${name}`, fix: 'F13' }, configChange(edit));
}
