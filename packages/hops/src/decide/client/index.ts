import { changed } from '../changed.ts';
import { first, type Stage } from '../model.ts';
import { beforeProxying } from './before-proxying.ts';
import { failedExchange, innerKong, wroteAfterwards } from './kongs-words.ts';
import { cacheHit, throughKong } from './through-kong.ts';
import { withoutAnswer } from './without-answer.ts';
import { withoutKong } from './without-kong.ts';

/** What the client saw decides, with error.log where it was given (reference §10.7). */
export const byClient: Stage = first(
  withoutAnswer,
  innerKong,
  cacheHit,
  wroteAfterwards,
  failedExchange,
  beforeProxying,
  changed,
  throughKong,
  withoutKong,
);
