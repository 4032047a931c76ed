import type { Evidence } from '../evidence/index.ts';
import { hasQuota, replaced } from './afterwards.ts';
import type { Stage } from './model.ts';
import { configOf } from './own/index.ts';

/** A plugin changed what the upstream had said (reference §10.7, row 8). */
export const changed: Stage = (evidence) => {
  const { answer, record } = evidence;
  if (answer === null || answer.status === null || !answer.signs.any) return undefined;
  const { upstreamStatus } = answer.signs;
  const limited = hasQuota(record.client?.headers ?? []) && answer.signs.upstreamLatency !== null;
  const differs = upstreamStatus !== null && upstreamStatus !== answer.status;
  if (!differs && !(answer.status === 429 && limited && isEmpty(evidence))) return undefined;
  const found = replaced(evidence, answer.status, String(upstreamStatus ?? '?'), limited);
  return { ...found, certainty: 'likely' };
};

const isEmpty = ({ record, answer }: Evidence): boolean =>
  answer?.head === true || (record.client?.bodyBytes ?? 0) === 0;

/** Calls by which a function gives an answer another status (kong.response, ngx). */
const SETS_STATUS = /set_status\s*\(|ngx\.status\s*=|response\.exit\s*\(/;

/** A function that is configured here sets the status of answers that come back: what came may have been another. */
export const functionReplaces = ({ configured }: Evidence): boolean =>
  configured.plugins.some((plugin) => {
    if (!/-function$/.test(plugin.name)) return false;
    const { header_filter: code } = configOf(plugin);
    return Array.isArray(code) && code.some((text) => typeof text === 'string' && SETS_STATUS.test(text));
  });
