import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FetchedDocument, FetchRequest, TlsFacts } from '@why401/core';
import { connectTcp, resolveHost, secure, tunnel } from './connect/index.ts';
import { ask, readBeginning, readBody, refuseEncodings, statusFailure } from './http/index.ts';
import type { FetcherOptions } from './options.ts';
import { hostOf, judgeAddress, judgeProxied, portOf, readUrl } from './rules.ts';
import type { Run } from './run.ts';

/** One exchange from the name to the last octet, stage by stage. @throws AttemptFailure */
export async function attempt(text: string, request: FetchRequest, options: FetcherOptions, run: Run): Promise<void> {
  const url = await run.stage('url', () => readUrl(text, options));
  const proxy = options.proxy?.proxyFor(url);
  const socket = await (proxy === undefined
    ? direct(url, request, options, run)
    : proxied(url, proxy, request, options, run));
  const stream = url.protocol === 'https:' ? await secured(socket, url, options, run) : socket;
  const answer = await answerOf(stream, url, request, run);
  const bytes = await run.stage(
    'body',
    () => {
      refuseEncodings(answer);
      return readBody(answer);
    },
    ({ length }) => `${length} octets`,
  );
  run.facts.document = documentOf(answer, text, bytes);
}

const tlsDetail = (facts: TlsFacts | undefined): string => {
  const [own] = facts?.chain ?? [];
  const until = own === undefined ? '' : `, ${own.subject || 'no subject'} by ${own.issuer} until ${day(own.notAfter)}`;
  return `${facts?.version ?? 'TLS'}${until}`;
};

const day = (at: number): string => (Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : 'unknown');

/** Of an answer that is none the beginning is kept: people want to see what it says. */
async function answerOf(stream: Socket, url: URL, request: FetchRequest, run: Run): Promise<IncomingMessage> {
  let answer: IncomingMessage | undefined;
  try {
    return await run.stage(
      'http',
      async () => {
        answer = await ask(stream, url, request);
        const failure = statusFailure(answer.statusCode ?? 0, answer.headers.location);
        if (failure !== undefined) throw failure;
        return answer;
      },
      ({ statusCode = 0 }) => String(statusCode),
    );
  } catch (error) {
    if (answer !== undefined) run.facts.document = documentOf(answer, url.href, await readBeginning(answer));
    throw error;
  }
}

/** Every address is judged when it is known, and the one that took the connection once more. */
async function direct(url: URL, request: FetchRequest, options: FetcherOptions, run: Run): Promise<Socket> {
  const judge = (address: string): void => judgeAddress(address, url, request, options);
  const addresses = await run.stage(
    'dns',
    () => resolveHost(url, options),
    (found) => found.join(', '),
  );
  const socket = await run.stage(
    'tcp',
    () => {
      for (const address of addresses) judge(address);
      return connectTcp(addresses, portOf(url), run.open, judge);
    },
    ({ remoteAddress }) => `${remoteAddress} port ${portOf(url)}`,
  );
  run.facts.address = { ip: socket.remoteAddress ?? '', port: portOf(url), via: 'direct' };
  return socket;
}

async function proxied(
  url: URL,
  proxy: URL,
  request: FetchRequest,
  options: FetcherOptions,
  run: Run,
): Promise<Socket> {
  const socket = await run.stage(
    'proxy',
    async () => {
      judgeProxied(url, request, options);
      const addresses = await resolveHost(proxy, options);
      return tunnel(proxy, addresses, url, run.open);
    },
    () => `${proxy.host} opened a way to ${hostOf(url)}; it decides about addresses now`,
  );
  run.facts.address = { ip: socket.remoteAddress ?? '', port: portOf(proxy), via: 'proxy' };
  return socket;
}

const secured = (socket: Socket, url: URL, options: FetcherOptions, run: Run): Promise<Socket> =>
  run.stage(
    'tls',
    () =>
      secure(socket, url, options, run.open, (facts) => {
        run.facts.tls = facts;
      }),
    () => tlsDetail(run.facts.tls),
  );

const documentOf = (answer: IncomingMessage, url: string, bytes: Uint8Array): FetchedDocument => ({
  url,
  status: answer.statusCode ?? 0,
  contentType: answer.headers['content-type'],
  headers: pairsOf(answer.rawHeaders),
  bytes,
});

const pairsOf = (raw: readonly string[]): readonly (readonly [string, string])[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [[name.toLowerCase(), raw[at + 1] ?? ''] as const] : []));
