import { createServer, type Server } from 'node:net';
import type { UpstreamTarget } from '@why401/core';
import { judgeUpstream, type ProbeSetting, worst } from '@why401/hops/probe';
import { type ProbeOptions, probeUpstream } from '@why401/node/probe';
import { afterEach, describe, expect, it } from 'vitest';
import {
  answers,
  authority,
  certificateFor,
  expired,
  type Faulty,
  http2Plain,
  listening,
  OK,
  onRequest,
  overTls,
  withPlainPage,
} from './faulty-servers.ts';

let server: Faulty | undefined;
afterEach(() => server?.close());

const setting: ProbeSetting = {
  service: 'orders',
  retries: 5,
  connectTimeout: 400,
  readTimeout: 400,
  tlsVerify: null,
  bufferSize: 4096,
  idleTimeout: 60_000,
  strictFraming: true,
};

interface Row {
  readonly protocol?: string;
  readonly setting?: Partial<ProbeSetting>;
  readonly options?: Partial<ProbeOptions>;
  readonly host?: string;
}

const OPTIONS: ProbeOptions = {
  names: { order: ['SRV', 'A', 'CNAME'] },
  idle: 0,
  budget: 20_000,
  ca: [authority.certificate],
};

async function probed(start: () => Server, row: Row = {}) {
  server = await listening(start());
  const { protocol = 'http', host = '127.0.0.1' } = row;
  const target: UpstreamTarget = {
    protocol,
    host,
    port: server.port,
    method: 'GET',
    path: '/',
    hostHeader: `${host}:${server.port}`,
    servername: host === '127.0.0.1' ? undefined : host,
    connectTimeout: 400,
    readTimeout: 400,
  };
  const facts = await probeUpstream(target, { ...OPTIONS, ...row.options });
  const steps = judgeUpstream(facts, { ...setting, ...row.setting });
  return { facts, steps, worst: worst(steps) };
}

const head = (...lines: string[]): string => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');
const own = () => certificateFor('127.0.0.1', 'localhost');
const wantsCertificate = (maxVersion: 'TLSv1.2' | 'TLSv1.3') => () => ({
  ...own(),
  requestCert: true,
  rejectUnauthorized: true,
  ca: authority.certificate,
  maxVersion,
  minVersion: maxVersion,
});
const idleAfter = (ms: number) =>
  onRequest((socket) => {
    socket.write(OK);
    setTimeout(() => socket.end(), ms);
  });

describe('a broken server, and what Kong makes of it', () => {
  it.each<readonly [fault: string, start: () => Server, row: Row, found: string]>([
    ['silent', onRequest(() => {}), {}, 'http U-TO-HEAD error'],
    ['closes before the header', onRequest((socket) => void socket.end()), {}, 'http U-FIN-HEAD error'],
    ['closes in the header', answers('HTTP/1.1 200 OK\r\nA: b'), {}, 'http U-FIN-HEAD error'],
    ['resets before the header', onRequest((socket) => void socket.resetAndDestroy()), {}, 'http U-RST-HEAD error'],
    ['no HTTP', answers('SSH-2.0-OpenSSH_9.2\r\n'), {}, 'protocol U-NOHTTP error'],
    ['HTTP/2 for http', http2Plain, {}, 'protocol U-NOHTTP error'],
    ['TLS for http', overTls(OK, own), {}, 'protocol U-FIN-HEAD error'],
    ['TLS for http, told by a page', withPlainPage(own), {}, 'protocol plain-http-page error'],
    ['plain for https', answers(OK), { protocol: 'https' }, 'protocol T-PLAIN error'],
    ['plain for grpc', answers(OK), { protocol: 'grpc' }, 'http2 G-HTTP1 error'],
    [
      'closes on the handshake',
      onRequest((socket) => void socket.destroy()),
      { protocol: 'https' },
      'handshake T-CLOSED error',
    ],
    ['silent to the handshake', onRequest(() => {}), { protocol: 'https' }, 'handshake U-TO-TLS error'],
    [
      'expired, verified',
      overTls(OK, expired),
      { protocol: 'https', setting: { tlsVerify: true } },
      'certificate T-VERIFY error',
    ],
    ['expired, not verified', overTls(OK, expired), { protocol: 'https' }, 'certificate accepted-silently warning'],
    [
      'another name, verified',
      overTls(OK, () => certificateFor('other.example')),
      { protocol: 'https', setting: { tlsVerify: true } },
      'certificate T-NAME error',
    ],
    [
      'wants a certificate, TLS 1.3',
      overTls(OK, wantsCertificate('TLSv1.3')),
      { protocol: 'https' },
      'mtls T-MTLS13 error',
    ],
    [
      'wants a certificate, TLS 1.2',
      overTls(OK, wantsCertificate('TLSv1.2')),
      { protocol: 'https' },
      'handshake T-ALERT error',
    ],
    [
      'header too big',
      answers(head('Content-Length: 0', `Set-Cookie: a=${'x'.repeat(5_000)}`)),
      {},
      'header-size U-BIGHDR error',
    ],
    [
      'header nearly too big',
      answers(head('Content-Length: 0', `Set-Cookie: a=${'x'.repeat(3_500)}`)),
      {},
      'header-size U-BIGHDR warning',
    ],
    ['bad header name', answers(head('Content-Length: 0', 'Bad Name: 1')), {}, 'http U-BADHDR error'],
    [
      'length and chunks',
      answers(`${head('Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`),
      {},
      'http U-CLTE error',
    ],
    ['two lengths', answers(`${head('Content-Length: 2', 'Content-Length: 2')}ok`), {}, 'http U-DUPHDR error'],
    [
      'two lengths before 3.6',
      answers(`${head('Content-Length: 2', 'Content-Length: 2')}ok`),
      { setting: { strictFraming: false } },
      'none',
    ],
    ['another coding', answers(head('Transfer-Encoding: gzip')), {}, 'http U-UNKTE error'],
    ['more than its length', answers(`${head('Content-Length: 2')}okay`), {}, 'body U-MORE warning'],
    ['less than its length', answers(`${head('Content-Length: 20')}ok`), {}, 'body U-FIN-BODY error'],
    ['chunks that break off', answers(`${head('Transfer-Encoding: chunked')}5\r\nhel`), {}, 'body U-FIN-BODY error'],
    ['a body that stalls', answers(`${head('Content-Length: 20')}ok`, 'keep'), {}, 'body U-TO-BODY error'],
    ['another site', answers('HTTP/1.1 421 Misdirected\r\nContent-Length: 0\r\n\r\n'), {}, 'host - warning'],
    ['closes when idle', idleAfter(150), { options: { idle: 1_000 } }, 'idle keepalive-race warning'],
    ['in good order', answers(OK, 'keep'), {}, 'none'],
    ['in good order, TLS', overTls(OK, own), { protocol: 'https' }, 'none'],
    [
      'what stands before Kong gives up first',
      answers(OK, 'keep'),
      { setting: { frontTimeout: 2_000 } },
      'total front-gives-up warning',
    ],
  ])('%s', async (_, start, row, found) => {
    const { worst: step } = await probed(start, row);
    expect(step === undefined ? 'none' : `${step.step} ${step.effect ?? '-'} ${step.severity}`).toBe(found);
  });

  it('refused: nothing listens', async () => {
    const { steps } = await probed(answers(OK)).then(async ({ facts }) => {
      await server?.close();
      const again = await probeUpstream(facts.target, OPTIONS);
      return { steps: judgeUpstream(again, setting) };
    });
    expect(worst(steps)).toMatchObject({ step: 'connect', effect: 'U-REFUSED', severity: 'error' });
    expect(steps.filter(({ outcome }) => outcome === 'pass')).toEqual([]);
  });

  it('sends GET, HEAD and OPTIONS alone, and only to the target', async () => {
    const asked: string[] = [];
    const start = () =>
      createServer((socket) => {
        socket
          .on('error', () => {})
          .on('data', (octets: Buffer) => {
            asked.push(octets.toString('latin1').split(' ', 1)[0] ?? '');
            socket.write(OK);
          });
      });
    await probed(start);
    // The opening of HTTP/2 is no request, and a handshake none either.
    expect(asked.filter((word) => word !== 'PRI' && word.charCodeAt(0) !== 0x16)).toEqual(new Array(6).fill('GET'));
  });

  it('never asks a metadata service, whatever the configuration says', async () => {
    const target = { ...(await probed(answers(OK))).facts.target, host: '169.254.169.254' };
    const facts = await probeUpstream(target, OPTIONS);
    expect(facts.connections).toMatchObject([{ refused: { code: 'address-never' } }]);
    expect(facts.exchanges).toEqual([]);
    expect(judgeUpstream(facts, setting).find(({ step }) => step === 'connect')?.outcome).toBe('unknown');
  });
});
