import { createServer, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { refuse } from './answers.ts';
import { SAFE_HEADERS } from './headers.ts';
import { LIMITS } from './limits.ts';

/** Node's server with our limits. What is no HTTP request at all is refused by a code, as everything else is. */
export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(
    {
      // Without `Host`, too, it is the gate that answers.
      requireHostHeader: false,
      insecureHTTPParser: false,
      maxHeaderSize: LIMITS.headerBlock,
      headersTimeout: LIMITS.headersMs,
      requestTimeout: LIMITS.requestMs,
      connectionsCheckingInterval: 1_000,
    },
    listener,
  );
  server.maxConnections = LIMITS.connections;
  // Whoever asks whether to send the body first has to pass the gate.
  server.on('checkContinue', listener);
  server.on('checkExpectation', (_request, response) => refuse(response, 417, 'expectation-not-met'));
  server.on('connect', (_request, socket) => refuseRaw(socket, 405, 'method-not-allowed'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const [status, code] = MALFORMED[error.code ?? ''] ?? [400, 'request-malformed'];
    refuseRaw(socket, status, code);
  });
  return server;
}

const MALFORMED: Readonly<Record<string, readonly [status: number, code: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'headers-too-large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request-too-slow'],
};

function refuseRaw(socket: Duplex, status: number, code: string): void {
  if (!socket.writable) return void socket.destroy();
  const headers = { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${code}\r\ncontent-length: ${code.length + 1}\r\n${lines.join('')}\r\n${code}\n`, () =>
    socket.destroy(),
  );
}
