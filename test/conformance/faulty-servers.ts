import { createServer as createHttp2 } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';
import { mintAuthority } from '@why401/testkit';

/** Servers that do what servers behind a gateway do when they break; on loopback, for one test. */
export interface Faulty {
  readonly port: number;
  close(): Promise<void>;
}

export async function listening(server: Server): Promise<Faulty> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const authority = mintAuthority('why401 test');
export const certificateFor = (...names: string[]) => authority.issue({ names });
export const expired = () =>
  authority.issue({
    names: ['127.0.0.1', 'localhost'],
    notBefore: Date.UTC(2020, 0, 1),
    notAfter: Date.UTC(2021, 0, 1),
  });

/** Once a request has come, does this with the connection. */
export const onRequest = (then: (socket: Socket) => void) => (): Server =>
  createServer((socket) => {
    socket.on('error', () => {}).on('data', () => then(socket));
  });

export const answers = (octets: string, then: 'end' | 'keep' = 'end') =>
  onRequest((socket) => {
    socket.write(Buffer.from(octets, 'latin1'));
    if (then === 'end') socket.end();
  });

export const overTls = (octets: string, options: () => TlsOptions) => (): Server =>
  createTls({ ...options(), ALPNProtocols: ['http/1.1'] }, (socket) => {
    socket.on('error', () => {}).on('data', () => socket.end(octets));
  }).on('tlsClientError', () => {});

/** Says on a TLS port what nginx says to plain HTTP. */
export const withPlainPage = (options: () => TlsOptions) => (): Server => {
  const tls = createTls(options(), (socket) => {
    socket.on('error', () => {}).on('data', () => socket.end(OK));
  }).on('tlsClientError', () => {});
  return createServer({ pauseOnConnect: false }, (socket) => {
    socket
      .on('error', () => {})
      .once('data', (first: Buffer) => {
        if (first[0] !== 0x16) return void socket.end(PLAIN_PAGE);
        socket.pause();
        socket.unshift(first);
        tls.emit('connection', socket);
        process.nextTick(() => socket.resume());
      });
  });
};

export const http2Plain = (): Server => createHttp2((_, response) => response.end('hello')) as unknown as Server;

export const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';
const PAGE = '<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>';
const PLAIN_PAGE = `HTTP/1.1 400 Bad Request\r\nContent-Length: ${PAGE.length}\r\nConnection: close\r\n\r\n${PAGE}`;
