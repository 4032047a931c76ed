import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Verdict } from '../decide/index.ts';
import { join, type Material, readLog, sourcesOf } from '../read/index.ts';
import { CAUSE_CODES, type Cause } from '../tables/causes/index.ts';
import { CHANGES, drawChain, type Found, whoDocument, whoReport } from './index.ts';

const ENTRY = JSON.stringify({
  request: {
    id: 'e19a2a3278429b53071c9a38d298f875',
    method: 'GET',
    uri: "/it's",
    url: "http://o.test:8000/it's",
    headers: {},
  },
  response: { status: 502, headers: {} },
  upstream_uri: '/v1/it',
  upstream_status: '502',
  latencies: { proxy: 1, request: 2, kong: 0 },
  tries: [{ ip: '10.0.0.7', port: 80 }],
  service: { name: 'orders', host: 'orders.upstream' },
  route: { name: 'orders-route' },
  started_at: 1795553281000,
});
const material: Material = {
  exchanges: [],
  errors: null,
  accesses: null,
  entries: readLog(sourcesOf([ENTRY])).entries,
  balancers: [],
};
const joined = join(material, { kong: '3.9.1' });

const verdictOf = (cause: Cause, more: Partial<Verdict> = {}): Verdict => ({
  hop: 'kong',
  link: 'kong-lb2',
  cause,
  certainty: 'likely',
  candidates: [],
  because: [],
  places: [],
  plugin: null,
  raise: ['error-log', 'json', 'lb1-log', 'lb2-log', 'client', 'config'],
  ...more,
});
const foundOf = (verdict: Verdict | null, more: Partial<Found> = {}): Found => ({
  joined,
  verdict,
  chain: {},
  inputs: [],
  problems: [],
  ...more,
});
const drawn = (found: Found): string =>
  drawChain(found)
    .map(({ text }) => text)
    .join('');

interface Document {
  readonly raise: readonly { readonly log: string; readonly grep: string | null; readonly splunk: string | null }[];
  readonly cure: {
    readonly change: {
      readonly adminApi: string | null;
      readonly deck: readonly string[] | null;
      readonly kongConf: readonly string[] | null;
      readonly condition: string;
    } | null;
  };
}
const documentOf = (found: Found): Document => whoDocument(found) as Document;

describe('cures', () => {
  it.each(Object.keys(CHANGES) as Cause[])('%s: Admin API and decK, or kong.conf, with the versions', (cause) => {
    const change = documentOf(foundOf(verdictOf(cause))).cure.change;
    expect(change?.condition).toContain('Kong 3.9.1 here');
    if (change?.kongConf) {
      expect([change.adminApi, change.deck]).toEqual([null, null]);
      expect(change.kongConf.join('\n')).toMatch(/^\w+ = .+\n# .*KONG_[A-Z0-9_]+='/);
      return;
    }
    expect(change?.adminApi).toMatch(
      /^curl -X PATCH http:\/\/localhost:8001\/(?:services|routes|upstreams)\/[\w.-]+ --data '/,
    );
    const deck = parse((change?.deck ?? []).join('\n')) as Record<string, readonly { name: string }[]>;
    const [entities] = Object.values(deck);
    expect(['orders', 'orders-route', 'orders.upstream']).toContain(entities?.[0]?.name);
    expect(Object.keys(entities?.[0] ?? {}).length).toBeGreaterThan(1);
  });
  it('are words alone where somebody else has to act', () => {
    expect(documentOf(foundOf(verdictOf('lb1-rate-limited'))).cure.change).toBeNull();
  });
  it.each(CAUSE_CODES)('%s has a report', (cause) => {
    const report = whoReport(foundOf(verdictOf(cause)));
    expect(report.title).toBe(`kong: ${cause} (likely)`);
    expect(report.sections.map(({ id }) => id).slice(0, 3)).toEqual(['reply', 'chain', 'why']);
  });
});

describe('what would make it surer', () => {
  const raise = documentOf(foundOf(verdictOf('upstream-refused'))).raise;
  const by = (log: string) => raise.find((one) => one.log === log);
  it('is found by the id in Kong’s logs, within a minute', () => {
    expect(by('error-log')?.grep).toBe("grep -nF -- 'e19a2a3278429b53071c9a38d298f875' /usr/local/kong/logs/error.log");
    expect(by('json')?.splunk).toMatch(
      /^index=\* earliest=1795553221 latest=1795553342 "e19a2a3278429b53071c9a38d298f875" \| table /,
    );
  });
  it('is found by the request line in a balancer’s log, quoted for the shell', () => {
    expect(by('lb1-log')?.grep).toBe("grep -nF -- 'GET /it'\\''s' <log of LB1>");
    expect(by('lb2-log')?.grep).toBe("grep -nF -- 'GET /v1/it' <log of LB2>");
    expect(by('client')?.grep).toBe("curl -i 'http://o.test:8000/it'\\''s'");
  });
});

describe('the chain', () => {
  it.each<readonly [why: string, found: Found, wanted: string]>([
    [
      'unknown neighbours',
      foundOf(verdictOf('dns-name-error', { link: null })),
      'client -- LB1? -- [Kong 3.9.1] -- LB2? -- server',
    ],
    [
      'a broken link',
      foundOf(verdictOf('upstream-refused'), { chain: { lb1: 'f5', lb2: 'nginx', server: 'tomcat' } }),
      'client -- LB1 (f5) -- [Kong 3.9.1] --X-- LB2 (nginx) -- server (tomcat)',
    ],
    [
      'no neighbours',
      foundOf(verdictOf('upstream-refused', { link: 'kong-server' }), { chain: { lb1: null, lb2: null } }),
      'client -- [Kong 3.9.1] --X-- server',
    ],
    [
      'straight to the server',
      foundOf(verdictOf('upstream-refused', { link: 'kong-server' })),
      'client -- LB1? -- [Kong 3.9.1] --X-- server',
    ],
    [
      'behind LB2',
      foundOf(verdictOf('lb2-timeout', { hop: 'lb2', link: 'lb2-server' })),
      'client -- LB1? -- Kong 3.9.1 -- [LB2] --X-- server',
    ],
  ])('%s', (_, found, wanted) => expect(drawn(found)).toBe(wanted));
});

describe('no verdict', () => {
  it('says what to fetch', () => {
    const { sections } = whoReport(
      foundOf(null, { problems: [{ code: 'x', message: 'this is binary', place: { file: 'a.bin', from: 0 } }] }),
    );
    expect(sections.map(({ id }) => id)).toEqual(['reply', 'evidence', 'surer', 'unread']);
    expect(documentOf(foundOf(null)).raise.map(({ log }) => log)).toEqual(['client', 'error-log', 'json']);
  });
});
