import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket, type Server as TcpServer } from 'node:net';

/** A server on loopback that the test opened, and has to close. */
export interface TestServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, `https://localhost:PORT` */
  readonly origin: string;
  /** Requests so far, `GET /path`. */
  readonly requests: readonly string[];
  /** Connections so far. */
  connections(): number;
  /** Connections that are open now. */
  stillOpen(): number;
  close(): Promise<void>;
}

export function startServer(listener: RequestListener): Promise<TestServer> {
  return listen(createServer(), listener, 'http://127.0.0.1');
}

export function startSecureServer(options: ServerOptions, listener: RequestListener): Promise<TestServer> {
  return listen(createSecureServer(options), listener, 'https://localhost');
}

/** For answers that no HTTP library would write. */
export async function startTcpServer(listener: (socket: Socket) => void): Promise<TestServer> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    listener(socket);
  });
  return opened(server, [], 'http://127.0.0.1');
}

async function listen(server: Server, listener: RequestListener, origin: string): Promise<TestServer> {
  const requests: string[] = [];
  server.on('request', (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    response.on('error', () => {});
    void listener(request, response);
  });
  server.on('tlsClientError', () => {});
  return opened(server, requests, origin);
}

async function opened(server: TcpServer, requests: readonly string[], origin: string): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let taken = 0;
  server.on('connection', (socket: Socket) => {
    taken += 1;
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `${origin}:${port}`,
    requests,
    connections: () => taken,
    stillOpen: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
