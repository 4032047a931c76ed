import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWho, type Given, type WhoPorts } from '@why401/hops/ask';
import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { afterAll, describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'vectors');
const crypto = createCrypto();

interface Line {
  readonly id: string;
  readonly kong: string;
  readonly config?: string;
  readonly addresses: Readonly<Record<'lb1' | 'kong' | 'lb2' | 'server', string | undefined>>;
  readonly request: {
    readonly method: string;
    readonly scheme: string;
    readonly host: string;
    readonly port: number;
    readonly target: string;
    readonly headers?: readonly (readonly [string, string])[];
  };
  readonly seen: {
    readonly client: {
      readonly status: number | null;
      readonly reason?: string;
      readonly headers?: readonly (readonly [string, string])[];
      readonly body?: string;
      readonly elapsedMs?: number;
      readonly error: string | null;
      readonly httpVersion?: string;
    };
    readonly kongErrorLog: readonly string[];
    readonly kongAccessLog: readonly string[];
    readonly kongJson: object | null;
    readonly lb1Log: readonly string[];
    readonly lb2Log: readonly string[];
  };
  readonly truth: { readonly hop: string; readonly link: string | null; readonly cause: string };
}

const lines: readonly Line[] = readdirSync(FOLDER)
  .filter((name) => /^hops-.*\.ndjson$/.test(name))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line) as Line);

/** What curl prints where an exchange did not come to its end. */
const CURL: Readonly<Record<string, string>> = {
  timeout: 'curl: (28) Operation timed out after 3001 milliseconds with 0 bytes received',
  'closed without answer': 'curl: (52) Empty reply from server',
  'connection reset': 'curl: (56) Recv failure: Connection reset by peer',
  'connection refused': "curl: (7) Failed to connect to localhost port 8000 after 0 ms: Couldn't connect to server",
  'incomplete body': 'curl: (18) transfer closed with 98 bytes remaining to read',
  'not http': 'curl: (1) Received HTTP/0.9 when not allowed',
  'tls failure': 'curl: (35) OpenSSL/3.0: error',
};

const heads = (first: string, headers: readonly (readonly [string, string])[] = [], sign = ''): string =>
  [first, ...headers.map(([name, value]) => `${name}: ${value}`), ''].map((line) => `${sign}${line}\r\n`).join('');

const statusLine = ({ status, reason = '', httpVersion = '1.1' }: Line['seen']['client']): string =>
  `HTTP/${httpVersion} ${status} ${reason}`;

/** `curl -i`, with what it says on standard error. */
function plain({ seen: { client } }: Line): string {
  const answer = client.status === null ? '' : heads(statusLine(client), client.headers) + (client.body ?? '');
  const failed = client.error === null ? undefined : CURL[client.error];
  return failed === undefined ? answer : `${answer}${answer === '' || answer.endsWith('\n') ? '' : '\n'}${failed}\n`;
}

/** `curl -v -w 'time_total: %{time_total}'` */
function verbose(line: Line): string {
  const { request, seen } = line;
  const { client } = seen;
  const host = request.port === 80 ? request.host : `${request.host}:${request.port}`;
  const sent = heads(
    `${request.method} ${request.target} HTTP/1.1`,
    [['Host', host], ...(request.headers ?? [])],
    '> ',
  );
  const answer =
    client.status === null ? '' : `${heads(statusLine(client), client.headers, '< ')}${client.body ?? ''}\n`;
  const tls = request.scheme === 'https' ? '* SSL connection using TLSv1.3\n' : '';
  const failed = client.error === null ? undefined : CURL[client.error];
  const total = client.elapsedMs === undefined ? '' : `time_total: ${client.elapsedMs / 1000}\n`;
  return `* Connected to ${request.host} (127.0.0.1) port ${request.port} (#0)\n${tls}${sent}${answer}${failed === undefined ? '' : `${failed}\n`}${total}`;
}

const given = (name: string, text: string, hop?: 'lb1' | 'lb2'): readonly Given[] =>
  text.trim() === '' ? [] : [{ kind: 'whole', name, text, hop }];

const logs = ({ seen }: Line): readonly Given[] => [
  ...given('error.log', seen.kongErrorLog.join('\n')),
  ...given('access.log', seen.kongAccessLog.join('\n')),
  ...given('kong.json', seen.kongJson === null ? '' : JSON.stringify(seen.kongJson)),
  ...given('lb1.log', seen.lb1Log.join('\n'), 'lb1'),
  ...given('lb2.log', seen.lb2Log.join('\n'), 'lb2'),
];

/** The logs of Kong's node as they are: of all requests that there were. */
const whole: readonly Given[] = [
  ...given('error.log', lines.flatMap(({ seen }) => seen.kongErrorLog).join('\n')),
  ...given('access.log', lines.flatMap(({ seen }) => seen.kongAccessLog).join('\n')),
  ...given(
    'kong.json',
    lines.flatMap(({ seen }) => (seen.kongJson === null ? [] : JSON.stringify(seen.kongJson))).join('\n'),
  ),
];

const gateways = new Map<string, ReturnType<WhoPorts['gateway']>>();
function gatewayOf({ config }: Line): ReturnType<WhoPorts['gateway']> {
  if (config === undefined) return { gateway: null, problems: [] };
  const known = gateways.get(config);
  if (known !== undefined) return known;
  const files = [{ name: config, text: readFileSync(join(FOLDER, config), 'utf8') }];
  const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, { crypto });
  const gateway = { gateway: loaded.ok ? loaded.gateway : null, problems: [] };
  gateways.set(config, gateway);
  return gateway;
}

interface Figures {
  readonly cases: number;
  /** How many verdicts are wrong. */
  readonly hop: number;
  readonly link: number;
  readonly first: number;
  readonly among: number;
  readonly wrongCertain: readonly string[];
}

interface Way {
  readonly cases: readonly Line[];
  readonly give: (line: Line) => readonly Given[];
  /** Configuration and chain are told. */
  readonly told: boolean;
}

function measure({ cases, give, told }: Way): Figures {
  const sums = { cases: cases.length, hop: 0, link: 0, first: 0, among: 0, wrongCertain: [] as string[] };
  for (const line of cases) {
    const { addresses, truth } = line;
    const name = (hop: 'lb1' | 'lb2' | 'server') => (addresses[hop] === undefined ? null : hop);
    const chain = { lb1: name('lb1'), lb2: name('lb2'), server: 'server' };
    const question = { given: give(line), requestId: null, formats: [], chain: told ? chain : undefined, kong: null };
    const gateway = () => (told ? gatewayOf(line) : { gateway: null, problems: [] });
    const { verdict } = askWho(question, { crypto, gateway }).found;
    const right = { hop: verdict?.hop === truth.hop, first: verdict?.cause === truth.cause };
    if (!right.hop) sums.hop++;
    if ((verdict?.link ?? null) !== truth.link) sums.link++;
    if (!right.first) sums.first++;
    if (!right.first && verdict?.candidates.some(({ cause }) => cause === truth.cause) !== true) sums.among++;
    if (verdict?.certainty === 'certain' && !(right.hop && right.first))
      sums.wrongCertain.push(`${line.id}: ${truth.hop}/${truth.cause}, not ${verdict.hop}/${verdict.cause}`);
  }
  return sums;
}

const WAYS: Readonly<Record<string, Way>> = {
  'curl -v and all logs': {
    cases: lines,
    give: (line) => [...given('v.txt', verbose(line)), ...logs(line)],
    told: true,
  },
  'curl -i and all logs': {
    cases: lines,
    give: (line) => [...given('i.txt', plain(line)), ...logs(line)],
    told: false,
  },
  'curl -i': { cases: lines, give: (line) => given('i.txt', plain(line)), told: false },
  'logs of one request': { cases: lines.filter((line) => logs(line).length > 0), give: logs, told: true },
  'curl -v and the logs of all requests': {
    cases: lines.filter((_, index) => index % 24 === 0),
    give: (line) => [...given('v.txt', verbose(line)), ...whole],
    told: true,
  },
};

/** How many verdicts are wrong still, by way: never more. */
const REACHED = JSON.parse(readFileSync(join(import.meta.dirname, 'reached-hops-text.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<'hop' | 'link' | 'first' | 'among', number>>>
>;

describe('who rejected it, from texts as people paste them', () => {
  const rows: string[] = [];

  it.each(Object.entries(WAYS))(
    '%s',
    (way, what) => {
      const figures = measure(what);
      const { cases, hop, link, first, among, wrongCertain } = figures;
      rows.push(
        `${way.padEnd(40)}${[cases, hop, link, first, among, wrongCertain.length].map((n) => String(n).padStart(8)).join('')}`,
      );
      expect(wrongCertain).toEqual([]);
      for (const [name, wrong] of Object.entries(REACHED[way] ?? {}))
        expect(figures[name as 'hop'], name).toBeLessThanOrEqual(wrong);
      expect(Object.keys(REACHED)).toContain(way);
    },
    300_000,
  );

  afterAll(() => {
    const head = `${'wrong, of'.padEnd(40)}${['cases', 'hop', 'link', 'first', 'among', 'certain'].map((name) => name.padStart(8)).join('')}`;
    process.stdout.write(`\n${[head, ...rows].join('\n')}\n\n`);
  });
});
