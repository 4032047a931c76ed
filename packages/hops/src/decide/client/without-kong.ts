import { headerOf } from '../../evidence/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import { byLb1Log, byLb1Page } from '../lb1.ts';
import type { Stage } from '../model.ts';

/** No sign of Kong at all (reference §10.7, rows 11 and 12). */
export const withoutKong: Stage = (evidence) => {
  const { answer, record, lb1 } = evidence;
  if (answer === null || answer.status === null) return undefined;
  const logged = lb1 === null ? undefined : byLb1Log(evidence, lb1);
  if (logged !== undefined) return logged;
  const paged = byLb1Page(evidence, answer);
  if (paged !== undefined) return paged;
  const because = reason('no-sign-of-kong');
  const { status } = answer;
  const application = answer.products.some(({ role }) => role === 'server');
  if (status < 300)
    return {
      hop: 'server',
      cause: 'ok',
      certainty: 'possible',
      or: ['slow-ok', 'hidden-retry', 'waf-blocked'],
      because,
    };
  if (application)
    return { hop: 'server', cause: 'server-answered', certainty: 'possible', or: ['lb1-denied'], because };
  const type = headerOf(record.client?.headers ?? null, 'content-type') ?? '';
  const plain = type === 'text/html' || type === 'text/plain' || type === '';
  if (status < 400)
    return {
      hop: 'lb1',
      cause: 'lb1-redirect',
      certainty: plain ? 'likely' : 'possible',
      or: ['server-answered', 'https-required'],
      because,
    };
  if (status === 502 || status === 503)
    return {
      hop: 'lb1',
      cause: 'lb1-no-backend',
      certainty: 'possible',
      or: [
        'server-answered',
        'lb1-bad-gateway',
        status === 502 ? { cause: 'upstream-refused', hop: 'lb1' } : 'lb1-rate-limited',
      ],
      because,
    };
  if (status === 504)
    return {
      hop: 'lb1',
      cause: 'lb1-gave-up',
      certainty: 'possible',
      or: ['server-answered', 'lb1-no-backend'],
      because,
    };
  return {
    hop: 'server',
    cause: 'server-answered',
    certainty: 'possible',
    or: ['lb1-denied', 'plugin-custom-exit'],
    because,
  };
};
