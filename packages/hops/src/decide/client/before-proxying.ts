import { type Answer, type Evidence, headerOf } from '../../evidence/index.ts';
import type { Stage } from '../model.ts';
import { ownAnswerOf } from '../own/index.ts';

/** Kong answered before it asked anybody. */
export const beforeProxying: Stage = (evidence) => {
  const { answer } = evidence;
  if (answer === null) return undefined;
  const certainty = kongsByForm(evidence, answer);
  if (certainty === undefined) return undefined;
  const found = ownAnswerOf(true)(evidence);
  if (found === undefined) return undefined;
  return found.certainty === 'certain' && answer.signs.responseLatency === null ? { ...found, certainty } : found;
};

function kongsByForm({ record }: Evidence, answer: Answer): 'likely' | 'possible' | undefined {
  const { signs, own, status } = answer;
  if (signs.upstreamLatency !== null || signs.proxyLatency !== null) return undefined;
  if (signs.responseLatency !== null) return 'likely';
  if (signs.via !== null) return undefined;
  if (own === null) return undefined;
  if (own.shape === 'template' && own.requestId !== null) return 'likely';
  const scheme = headerOf(record.client?.headers ?? null, 'www-authenticate') !== null;
  if (own.shape === 'table' && status === 401 && scheme && own.texts.length > 0) return 'likely';
  if (own.shape === 'nginx' && answer.page === null && own.texts.length > 0) return 'likely';
  if (own.shape === 'nginx' && (status === 501 || status === 505) && answer.page === null) return 'likely';
  const type = headerOf(record.client?.headers ?? null, 'content-type') ?? '';
  if (own.shape === 'table' && own.texts.length > 0 && /charset=utf-8$/.test(type)) return 'possible';
  return signs.requestId !== null && own.texts.length > 0 ? 'likely' : undefined;
}
