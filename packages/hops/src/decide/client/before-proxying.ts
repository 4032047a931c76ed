import { type Answer, type Evidence, headerOf } from '../../evidence/index.ts';
import type { Stage } from '../model.ts';
import { configOf, ownAnswerOf } from '../own/index.ts';

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

function kongsByForm(evidence: Evidence, answer: Answer): 'likely' | 'possible' | undefined {
  const { record } = evidence;
  const { signs, own, status } = answer;
  if (signs.upstreamLatency !== null || signs.proxyLatency !== null) return undefined;
  if (signs.responseLatency !== null) return 'likely';
  if (signs.via !== null) return undefined;
  if (isPluginsOwn(evidence, answer)) return 'likely';
  if (own === null) return undefined;
  if (own.shape === 'template' && own.requestId !== null) return 'likely';
  const scheme = headerOf(record.client?.headers ?? null, 'www-authenticate') !== null;
  if (own.shape === 'table' && status === 401 && scheme && own.texts.length > 0) return 'likely';
  // Kong's nginx alone leaves its name away.
  if (own.shape === 'nginx' && answer.page === null) return 'likely';
  const type = headerOf(record.client?.headers ?? null, 'content-type') ?? '';
  if (own.shape === 'table' && own.texts.length > 0 && /charset=utf-8$/.test(type)) return 'possible';
  return signs.requestId !== null && own.texts.length > 0 ? 'likely' : undefined;
}

/** What a plugin that is configured here writes, where LB1 or `headers = off` took Kong's own headers away. */
function isPluginsOwn({ configured, record, method }: Evidence, { own, status }: Answer): boolean {
  const headers = record.client?.headers ?? null;
  const has = (plugin: string): boolean => configured.plugins.some(({ name }) => name === plugin);
  if (headerOf(headers, 'x-cache-status') === 'Hit') return has('proxy-cache');
  if (method === 'OPTIONS' && headerOf(headers, 'access-control-allow-origin') !== null)
    return has('cors') && record.client?.body === '';
  return configured.plugins.some((plugin) => {
    if (plugin.name !== 'request-termination') return false;
    const { status_code: code = 503, message } = configOf(plugin);
    return code === status && own?.shape === 'table' && own.message === message;
  });
}
