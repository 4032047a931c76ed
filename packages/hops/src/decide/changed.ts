import type { Evidence } from '../evidence/index.ts';
import { hasQuota, replaced } from './afterwards.ts';
import type { Stage } from './model.ts';

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
