import type { Line } from '@why401/core/report';
import type { StepData, StepId } from '../../plugins/index.ts';
import { authentication } from './authentication.ts';
import { basicAuth } from './basic-auth.ts';
import { decoding } from './decoding.ts';
import { gatewayFailed, gatewayPassed } from './gateway.ts';
import { hmacAuth } from './hmac-auth.ts';
import { key } from './key.ts';
import { keyAuth } from './key-auth.ts';
import { keyClaim } from './key-claim.ts';
import { outcome } from './outcome.ts';
import { retrieval } from './retrieval.ts';
import { signature } from './signature.ts';
import type { StepWords, Telling, WordsOf } from './telling.ts';
import { times } from './times.ts';
import { traffic } from './traffic.ts';

/** Words of every step: a step that a plugin adds and nobody words does not compile. */
export const WORDS: WordsOf<StepId> = {
  ...retrieval,
  ...decoding,
  ...keyClaim,
  ...key,
  ...signature,
  ...times,
  ...outcome,
  ...authentication,
  ...keyAuth,
  ...basicAuth,
  ...hmacAuth,
  ...traffic,
};

export const isWorded = (step: string): step is StepId => Object.hasOwn(WORDS, step);

/** The sentence and its details for a check that failed. */
export function failedWords(telling: Telling): readonly Line[] {
  const { step, data } = telling.check;
  if (!isWorded(step)) return gatewayFailed(telling);
  return (WORDS[step] as StepWords<StepId>).failed(data as StepData[StepId] & never, telling);
}

/** The failure in few words, for the path. */
export function briefWords(telling: Telling): Line | undefined {
  const { step, data } = telling.check;
  if (!isWorded(step)) return gatewayFailed(telling)[0];
  const words = WORDS[step] as StepWords<StepId>;
  return words.brief?.(data as StepData[StepId] & never, telling) ?? failedWords(telling)[0];
}

export function passedWords(telling: Telling): Line | undefined {
  const { step, data } = telling.check;
  if (!isWorded(step)) return gatewayPassed(telling);
  return (WORDS[step] as StepWords<StepId>).passed?.(data as StepData[StepId] & never, telling);
}
