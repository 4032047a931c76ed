import { request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { codeOf, StageFailure } from '../failure.ts';
import { MAX_HEADERS } from '../limits.ts';
import { hostOf, portOf } from '../rules.ts';
import { connectTcp } from './tcp.ts';

/** A way through a proxy to the host of the URL (RFC 9110 §9.3.6). From here on the proxy decides about addresses. */
export async function tunnel(
  proxy: URL,
  addresses: readonly string[],
  url: URL,
  open: { destroy(): void }[],
): Promise<Socket> {
  const plain = await connectTcp(addresses, portOf(proxy), open, () => {});
  const socket = proxy.protocol === 'https:' ? await tlsTo(proxy, plain, open) : plain;
  const target = `${url.hostname}:${portOf(url)}`;
  const { status, head } = await askFor(target, proxy, socket);
  if (status !== 200)
    throw new StageFailure({
      code: 'proxy-refused',
      message: `The proxy ${proxy.host} answered ${status} to CONNECT ${target}.`,
      hint:
        status === 407
          ? 'It wants a name and a password: put them into the URL of HTTPS_PROXY.'
          : 'Ask whoever runs the proxy, or go without it: NO_PROXY.',
    });
  if (head.length > 0) socket.unshift(head);
  return socket;
}

const tlsTo = (proxy: URL, socket: Socket, open: { destroy(): void }[]): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const host = hostOf(proxy);
    const tls = connectTls({ socket, host, ...(isIP(host) === 0 && { servername: host }) });
    open.push(tls);
    tls.once('secureConnect', () => resolve(tls));
    tls.on('error', (error) => reject(broken(proxy, codeOf(error))));
  });

const askFor = (target: string, proxy: URL, socket: Socket): Promise<{ status: number; head: Buffer }> =>
  new Promise((resolve, reject) => {
    const asked = request({
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...authorization(proxy) },
      createConnection: () => socket,
      maxHeaderSize: MAX_HEADERS,
    });
    asked.once('connect', ({ statusCode = 0 }, _, head) => resolve({ status: statusCode, head }));
    asked.on('error', (error) => reject(broken(proxy, codeOf(error))));
    asked.end();
  });

/** The credential of the proxy goes to the proxy alone. */
const authorization = ({ username, password }: URL): Record<string, string> => {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
};

const broken = (proxy: URL, code: string): StageFailure =>
  new StageFailure(
    {
      code: 'proxy-failed',
      message: `The proxy ${proxy.host} ended the connection (${code || 'closed'}).`,
      hint: 'Check --proxy and HTTPS_PROXY; NO_PROXY names hosts that are asked directly.',
    },
    true,
  );
