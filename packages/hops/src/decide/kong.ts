import type { Evidence } from '../evidence/index.ts';
import { changedAfterwards } from './afterwards.ts';
import { changed } from './changed.ts';
import { cutOrCached } from './cut.ts';
import { upstreamFailure } from './failure/index.ts';
import { belowFourHundred, upgraded } from './good.ts';
import { first, type Stage } from './model.ts';
import { ownAnswerOf } from './own/index.ts';
import { behindKong } from './server.ts';

/** Whether Kong answered before it asked the upstream; undefined where nothing tells. */
export function answeredByItself({ trace, answer }: Evidence): boolean | undefined {
  if (trace.source === 'upstream') return false;
  if (trace.tries !== null && trace.tries > 0) return false;
  if (trace.proxied !== null && trace.source !== null) return !trace.proxied || trace.source === 'kong';
  if (trace.proxied !== null) return !trace.proxied;
  if (trace.upstreamStatuses !== null) return trace.upstreamStatuses.length === 0;
  if (answer === null) return undefined;
  if (answer.signs.responseLatency !== null) return answer.signs.upstreamLatency === null;
  if (answer.signs.upstreamLatency !== null || answer.signs.via !== null) return false;
  return undefined;
}

/** Kong’s own answer: from the client's, unless LB1 put another in place. */
const ownAnswer =
  (fromClient: boolean): Stage =>
  (evidence) =>
    answeredByItself(evidence) === true ? ownAnswerOf(fromClient)(evidence) : undefined;

/** What Kong did with a request that its logs know (reference §10.3, rows 11 to 19). */
export const insideKong = (fromClient: boolean): Stage =>
  first(
    cutOrCached,
    upstreamFailure,
    changedAfterwards,
    ...(fromClient ? [changed] : []),
    ownAnswer(fromClient),
    upgraded,
    belowFourHundred,
    behindKong,
  );
