import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { FetchRequest } from '@why401/core';
import { codeOf, StageFailure } from '../failure.ts';
import { MAX_HEADERS } from '../limits.ts';

/** One question over a connection that stands; the answer up to the end of its headers. */
export function ask(socket: Socket, url: URL, { post, credential }: FetchRequest): Promise<IncomingMessage> {
  const isOwn = credential?.origin === url.origin;
  return new Promise((resolve, reject) => {
    const asked = request({
      method: post === undefined ? 'GET' : 'POST',
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'why401',
        connection: 'close',
        ...(post !== undefined && formHeaders(post)),
        ...(credential !== undefined && isOwn && { [credential.header]: credential.reveal() }),
      },
      createConnection: () => socket,
      maxHeaderSize: MAX_HEADERS,
    });
    asked.once('response', resolve);
    asked.once('upgrade', () => reject(unreadable('an answer that changes the protocol')));
    asked.on('error', (error) => reject(failureOf(error)));
    asked.end(post?.form);
  });
}

const formHeaders = ({ form, authorization }: NonNullable<FetchRequest['post']>): Record<string, string> => ({
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': String(Buffer.byteLength(form)),
  ...(authorization !== undefined && { authorization }),
});

function failureOf(error: unknown): StageFailure {
  const code = codeOf(error);
  if (code === 'HPE_HEADER_OVERFLOW')
    return new StageFailure({
      code: 'http-headers-too-large',
      message: `The headers of the answer are larger than ${MAX_HEADERS / 1024} KiB.`,
      hint: 'Look at it with curl -v: no issuer needs so many.',
    });
  if (code.startsWith('HPE_')) return unreadable(`no HTTP (${code})`);
  if (
    code.includes('CERTIFICATE_REQUIRED') ||
    code.includes('ALERT_BAD_CERTIFICATE') ||
    code.includes('HANDSHAKE_FAILURE')
  )
    return new StageFailure({
      code: 'tls-client-certificate-wanted',
      message: 'The server wants a client certificate, or another one than it got.',
      hint: 'Give it: --client-cert FILE --client-key FILE.',
    });
  return new StageFailure(
    {
      code: 'http-reset',
      message: `The server ended the connection before it answered (${code || 'closed'}).`,
      hint: 'Try again; if it stays so, its own log or that of a load balancer before it says why.',
    },
    true,
  );
}

const unreadable = (what: string): StageFailure =>
  new StageFailure({
    code: 'http-unreadable',
    message: `What came back is ${what}.`,
    hint: 'Is this the right port? Look at it with curl -v.',
  });
