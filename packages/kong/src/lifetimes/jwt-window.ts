import type { AcceptWindow } from '@why401/core/timeline';
import { configOf, type JwtConfig } from '../plugins/index.ts';
import { TIME_STAGES, type Trial, type TrialResult, tryAt } from './trial.ts';
import { undetermined } from './words.ts';

/** Seconds of the last instant that a calendar holds; nobody's clock goes further. */
const LAST = 8.64e12;

/** When an instance accepts a token, found by asking its own checks; whole seconds, no leeway. */
export function jwtWindow(trial: Trial): AcceptWindow {
  const config = configOf(trial.plugin);
  const other = tryAt(trial, 0, (name) => !TIME_STAGES.has(name));
  if (other.kind === 'unknown') return { kind: 'unknown', problem: undetermined(other.names) };
  if (other.kind === 'refused') return never(other);
  const listed = new Set(config.claims_to_verify ?? []);
  const only = (name: string): JwtConfig => ({ ...config, claims_to_verify: listed.has(name) ? [name] : [] });
  const whole = tryAt(trial, 0, (name) => TIME_STAGES.has(name));
  if (whole.kind === 'unknown') return { kind: 'unknown', problem: undetermined(whole.names) };
  const expired = bound(trial, 'claims', only('exp'));
  const early = bound(trial, 'claims', only('nbf'));
  const ahead = bound(trial, 'maximum lifetime', config);
  for (const one of [expired, early, ahead]) if (one.kind === 'never') return never(one.refusal);
  const from = [
    { by: 'nbf', at: early.kind === 'begins' ? early.at : null },
    { by: 'maximum_expiration', at: ahead.kind === 'begins' ? ahead.at : null },
  ].reduce((a, b) => ((b.at ?? Number.NEGATIVE_INFINITY) > (a.at ?? Number.NEGATIVE_INFINITY) ? b : a));
  const until = expired.kind === 'ends' ? expired.at * 1000 : null;
  return {
    kind: 'window',
    from: from.at === null ? null : from.at * 1000,
    fromBy: from.at === null ? null : from.by,
    until,
    untilBy: until === null ? null : 'exp',
  };
}

type Refusal = Extract<TrialResult, { kind: 'refused' }>;

const never = ({ stage, reply, crash }: Refusal): AcceptWindow => ({
  kind: 'never',
  by: stage,
  problem: {
    code: crash ? 'kong-fails' : 'kong-refuses',
    message: `the check ${stage} refuses it, whatever the time: ${reply}.`,
  },
});

type Bound =
  | { readonly kind: 'none' }
  | { readonly kind: 'never'; readonly refusal: Refusal }
  | { readonly kind: 'begins'; readonly at: number }
  | { readonly kind: 'ends'; readonly at: number };

/** Each check changes its mind at most once: between the ends of the calendar that second is found by halving. */
function bound(trial: Trial, stage: string, config: JwtConfig): Bound {
  const ask = (seconds: number): TrialResult => tryAt(trial, seconds, (name) => name === stage, config);
  const [first, last] = [ask(-LAST), ask(LAST)];
  if (first.kind !== 'refused' && last.kind !== 'refused') return { kind: 'none' };
  if (first.kind === 'refused' && last.kind === 'refused') return { kind: 'never', refusal: last };
  let [low, high] = [-LAST, LAST];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((ask(middle).kind === 'refused') === (first.kind === 'refused')) low = middle;
    else high = middle;
  }
  return { kind: first.kind === 'refused' ? 'begins' : 'ends', at: high };
}
