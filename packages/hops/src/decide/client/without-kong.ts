import { type Evidence, headerOf } from '../../evidence/index.ts';
import type { Headers } from '../../record/index.ts';
import { bannerOf } from '../../tables/products/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import { byLb1Log, byLb1Page } from '../lb1.ts';
import type { Alternative, Finding, Stage } from '../model.ts';

/** No sign of Kong at all (reference §10.7, rows 11 and 12). */
export const withoutKong: Stage = (evidence) => {
  const { answer, lb1 } = evidence;
  if (answer === null || answer.status === null) return undefined;
  const logged = lb1 === null ? undefined : byLb1Log(evidence, lb1);
  if (logged !== undefined) return logged;
  const paged = byLb1Page(evidence, answer);
  if (paged !== undefined) return paged;
  return byStatus(evidence, answer.status);
};

const shown = reason('no-sign-of-kong');

function byStatus(evidence: Evidence, status: number): Finding {
  const { answer, record, hasLb1 } = evidence;
  const body = record.client?.body ?? '';
  const banner = status < 300 ? bannerOf(body) : undefined;
  if (banner !== undefined) return bytesInBody(banner);
  const server = { hop: 'server', certainty: 'possible', because: shown } as const;
  if (status < 300) return { ...server, cause: 'ok', or: ['slow-ok', 'hidden-retry', 'waf-blocked'] };
  if (answer?.products.some(({ role }) => role === 'server') || speaksJson(record.client?.headers ?? []))
    return {
      ...server,
      cause: 'server-answered',
      or: status >= 500 ? broken(status) : ['lb1-denied', 'plugin-custom-exit'],
    };
  const lb1 = { hop: 'lb1', certainty: 'possible', because: shown } as const;
  if (status < 400)
    return { ...lb1, cause: 'lb1-redirect', or: ['server-answered', 'https-required', 'forwarded-proto-untrusted'] };
  if (status === 502 || status === 503) {
    const replaced: Alternative = status === 502 ? { cause: 'upstream-refused', hop: 'lb1' } : 'lb1-rate-limited';
    return { ...lb1, cause: 'lb1-no-backend', or: ['server-answered', 'lb1-bad-gateway', replaced] };
  }
  if (status === 504) return { ...lb1, cause: 'lb1-gave-up', or: ['server-answered', 'lb1-no-backend'] };
  const bare = body === '' && headerOf(record.client?.headers ?? null, 'content-type') === null;
  if (status === 400 && hasLb1 === true && (bare || record.request?.rawBytes != null))
    return { ...lb1, cause: 'lb1-request-malformed', or: ['server-answered', 'lb1-denied'] };
  return { ...server, cause: 'server-answered', or: ['lb1-denied', 'plugin-custom-exit'] };
}

/** A balancer that took bytes which are no HTTP for the body of a good answer (Apache). */
const bytesInBody = (banner: string): Finding => ({
  hop: 'lb1',
  cause: banner === 'a TLS alert' ? 'plain-http-to-tls-upstream' : 'upstream-not-http',
  certainty: 'likely',
  or: [banner === 'a TLS alert' ? 'upstream-not-http' : 'plain-http-to-tls-upstream', 'lb1-bad-gateway'],
  because: reason('raw-bytes', banner),
});

/** Balancers write pages of HTML or plain words; JSON with a problem in it is an application's. */
const speaksJson = (headers: Headers): boolean => /[/+]json\b/.test(headerOf(headers, 'content-type') ?? '');

const broken = (status: number): readonly Alternative[] =>
  status === 504 ? ['lb1-gave-up', 'lb1-no-backend'] : ['lb1-no-backend', 'lb1-bad-gateway'];
