import type { IncomingMessage, ServerResponse } from 'node:http';
import { SAFE_HEADERS } from './headers.ts';

/**
 * Refuses a request by a code alone: no stack, nothing of what was sent. What is still to come of the body is
 * not read: the connection ends instead.
 */
export function refuse(response: ServerResponse, status: number, code: string, more: Record<string, string> = {}) {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const text = `${code}\n`;
  const length = String(Buffer.byteLength(text));
  const ending = hasBodyLeft(response.req) ? { connection: 'close' } : {};
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...{ 'content-type': 'text/plain; charset=utf-8', 'content-length': length },
    ...ending,
    ...more,
  });
  response.end(text);
}

const hasBodyLeft = ({ headers, complete }: IncomingMessage): boolean =>
  !complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/** @param json as text, already printed */
export function answerJson(response: ServerResponse, json: string): void {
  if (response.destroyed) return;
  const type = 'application/json; charset=utf-8';
  response.writeHead(200, { ...SAFE_HEADERS, 'content-type': type, 'content-length': Buffer.byteLength(json) });
  response.end(json);
}
