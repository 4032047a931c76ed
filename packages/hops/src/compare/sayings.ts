import type { Comparison, Saying, Side } from './model.ts';

type Compared = Omit<Comparison, 'says'>;

interface Rule {
  readonly code: string;
  when(compared: Compared): boolean;
  readonly text: (compared: Compared) => string;
  readonly next: string;
}

const status = ({ answer }: Side): number => answer.status ?? 0;
const isGood = (side: Side): boolean => status(side) >= 200 && status(side) < 400;
const has = ({ headers }: Compared, name: string, kind: string): boolean =>
  headers.some((one) => one.name === name && one.kind === kind);
const text = ({ answer }: Side, pattern: RegExp): boolean => pattern.test(answer.body);

/** The hop between the two ways: it alone can make the difference. Several may hold. */
const RULES: readonly Rule[] = [
  {
    code: 'blocked-by-waf',
    when: ({ via }) => text(via, /The requested URL was rejected\. Please consult with your administrator/),
    text: () => 'a web application firewall blocked the call on the way, with its own page',
    next: 'Give its operator the support ID of that page.',
  },
  {
    code: 'kong-not-reached',
    when: ({ via, direct }) => !via.isKongs && direct.isKongs && status(via) >= 400,
    text: ({ via }) =>
      `the answer ${status(via)} bears no sign of Kong: the hop wrote it${via.page === null ? '' : ` (a page of ${via.page})`} or another server was behind it`,
    next: 'Look into the log of the hop at that time: why401 who --lb1 FILE.',
  },
  {
    code: 'credential-lost',
    when: ({ via, direct }) => via.isKongsOwn && status(via) === 401 && status(direct) !== 401,
    text: () =>
      'Kong rejects what came through the hop and takes what came straight: the credential is lost or changed on the way',
    next: 'Compare request.headers in Kong’s log entries of both calls: authorization, apikey, cookie.',
  },
  {
    code: 'address-differs',
    when: ({ via, direct }) => via.isKongsOwn && status(via) === 403 && status(direct) !== 403,
    text: () => 'Kong forbids what came through the hop only: it sees the hop’s address, or another consumer',
    next: 'trusted_ips and real_ip_header of kong.conf; client_ip in Kong’s log entry.',
  },
  {
    code: 'route-missed',
    when: ({ via, direct }) => via.isKongsOwn && status(via) === 404 && status(direct) !== 404,
    text: () => 'the router finds no Route only for what came through the hop: it changes Host, path or method',
    next: 'request.url in Kong’s log entry; why401 route with that Host and path.',
  },
  {
    code: 'scheme-unknown',
    when: ({ via, direct }) =>
      via.isKongsOwn && [301, 302, 307, 308, 426].includes(status(via)) && status(direct) !== status(via),
    text: () => 'Kong takes the call through the hop for plain http: it does not know that TLS ended there',
    next: 'Let the hop send X-Forwarded-Proto, and put its address into trusted_ips.',
  },
  {
    code: 'hop-gave-up',
    when: ({ via, direct }) => !via.isKongs && [502, 503, 504].includes(status(via)) && isGood(direct),
    text: ({ direct }) =>
      `straight to Kong the call succeeds${direct.answer.elapsedMs === null ? '' : ` after ${direct.answer.elapsedMs} ms`}: the hop did not reach Kong, or did not wait so long`,
    next: 'why401 ladder --config kong.yaml shows who gives up first.',
  },
  {
    code: 'no-answer-through-hop',
    when: ({ via, direct }) => via.answer.status === null && direct.answer.status !== null,
    text: ({ via }) => `no answer came through the hop (${via.answer.error ?? 'nothing'})`,
    next: 'Its listener, its TLS settings and its health check of Kong.',
  },
  {
    code: 'not-the-hop',
    when: ({ sameStatus, via, direct }) => sameStatus && status(via) >= 400 && via.isKongs === direct.isKongs,
    text: ({ via }) => `both ways end with ${status(via)}: the hop is not the cause`,
    next: 'why401 who with Kong’s logs of the direct call.',
  },
  {
    code: 'server-replaced',
    when: (compared) => has(compared, 'server', 'changed'),
    text: () => 'the hop puts its own name into Server, on every answer: that name proves nothing about who answered',
    next: 'Go by the body and by X-Kong-*.',
  },
  {
    code: 'kong-headers-removed',
    // Kong writes other headers to other answers: only like answers tell.
    when: ({ sameStatus, headers }) =>
      sameStatus && headers.some(({ name, kind }) => kind === 'removed' && /^(?:x-kong-|via$)/.test(name)),
    text: () => 'the hop takes Kong’s headers away: an answer without them may still be Kong’s',
    next: 'Let them through while you look for the cause.',
  },
  {
    code: 'compressed',
    when: (compared) => has(compared, 'content-encoding', 'added'),
    text: () => 'the hop compresses the answer',
    next: 'Compare bodies with Accept-Encoding: identity.',
  },
  {
    code: 'body-replaced',
    when: ({ sameStatus, sameBody, via, direct }) =>
      sameStatus && !sameBody && via.page !== null && direct.page !== via.page,
    text: ({ via }) => `the hop keeps the status and puts a page of ${via.page} in place of the body`,
    next: 'proxy_intercept_errors, errorfile or an iRule of the hop.',
  },
  {
    code: 'the-same',
    when: ({ sameStatus, sameBody, via }) => sameStatus && sameBody && status(via) < 400,
    text: () => 'both ways give the same answer',
    next: 'Repeat the call at the time at which it fails.',
  },
];

export const sayingsOf = (compared: Compared): readonly Saying[] =>
  RULES.filter((rule) => rule.when(compared)).map(({ code, text: words, next }) => ({
    code,
    text: words(compared),
    next,
  }));
