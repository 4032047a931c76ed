import type { IncomingMessage, ServerResponse } from 'node:http';

export type BytesRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly code: string }
  /** The one who sent it went away. */
  | { readonly ok: false; readonly status: undefined };

/** The whole body, refused by its declared length before any of it is read, and counted while it comes. */
export async function readBytes(request: IncomingMessage, response: ServerResponse, most: number): Promise<BytesRead> {
  // Counted after decoding a few bytes could become many: nothing here needs it.
  if (request.headers['content-encoding'] !== undefined)
    return { ok: false, status: 415, code: 'content-encoding-not-taken' };
  if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge;
  if (request.headers.expect !== undefined) response.writeContinue();
  return collect(request, most);
}

const tooLarge = { ok: false, status: 413, code: 'body-too-large' } as const;

function collect(request: IncomingMessage, most: number): Promise<BytesRead> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let total = 0;
    const end = (result: BytesRead): void => {
      request.off('data', take).off('end', whole).off('close', gone).off('error', gone);
      request.pause();
      resolve(result);
    };
    const take = (chunk: Uint8Array): void => {
      total += chunk.length;
      if (total > most) end(tooLarge);
      else chunks.push(chunk);
    };
    const whole = (): void => end({ ok: true, bytes: Buffer.concat(chunks, total) });
    const gone = (): void => end({ ok: false, status: undefined });
    request.on('data', take).on('end', whole).on('close', gone).on('error', gone);
  });
}
