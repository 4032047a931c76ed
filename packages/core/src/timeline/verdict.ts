import type { AcceptWindow, Instant, Judge, Standing, Verdict } from './model.ts';

/**
 * What a judge says about a token at one time. `standard` is RFC 7519's window for the same token:
 * where the judge accepts and the standard would not, the verdict says so.
 */
export function verdictAt(judge: Judge, standard: AcceptWindow, at: Instant): Verdict {
  const own = within(judge.window, at);
  if (own.state !== 'valid') return own;
  const other = within(standard, at);
  const { early, late, malformed } = judge.lenient ?? {};
  if (other.state === 'expired' && late)
    return { state: 'accepted-although-expired', since: other.since, reason: late };
  if (other.state === 'not-yet' && early) return { state: 'accepted-although-early', from: other.from, reason: early };
  if (other.state === 'refused' && malformed)
    return { state: 'accepted-although-malformed', by: other.by, reason: malformed };
  return own;
}

function within(window: AcceptWindow, at: Instant): Verdict {
  if (window.kind === 'unknown') return { state: 'unknown', reason: window.problem };
  if (window.kind === 'never') return { state: 'refused', by: window.by, reason: window.problem };
  const { from, fromBy, until, untilBy } = window;
  if (until !== null && at >= until) {
    return untilBy === 'exp' || untilBy === null
      ? { state: 'expired', since: until }
      : { state: 'ended', since: until, by: untilBy };
  }
  if (from !== null && at < from) return { state: 'not-yet', from, by: fromBy ?? 'nbf' };
  return { state: 'valid', from, until };
}

/** Every judge's verdict at one time. */
export function standingsAt(
  judges: readonly Judge[],
  standard: AcceptWindow,
  mark: Standing['mark'],
  at: Instant,
): Standing[] {
  return judges.map((judge) => {
    const verdict = verdictAt(judge, standard, at);
    const base = { mark, at, judge: judge.name, verdict };
    if (!isRefusal(verdict)) return base;
    const reply = judge.replyAt?.(at);
    return {
      ...base,
      ...(reply === undefined ? {} : { reply }),
      ...(judge.instead === undefined ? {} : { instead: judge.instead }),
    };
  });
}

export const isRefusal = ({ state }: Verdict): boolean =>
  state === 'not-yet' || state === 'expired' || state === 'ended' || state === 'refused';

/** The judge takes it, whether it should or not. */
export const isAcceptance = ({ state }: Verdict): boolean => state === 'valid' || state.startsWith('accepted-');
