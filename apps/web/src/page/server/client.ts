import type { Problem } from '@why401/core';
import { readLines } from './lines.ts';

/** The body of one question, in characters: the server takes 256 KiB of JSON. */
export const MOST_JSON = 200_000;

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  /** The server could not judge it, or did not take it. */
  | { readonly ok: false; readonly problems: readonly Problem[] }
  /** Nobody answered, or another run of the server did. */
  | { readonly ok: false; readonly gone: 'lost' | 'stranger' };

export interface Server {
  post<T>(path: string, body: object, signal?: AbortSignal): Promise<Reply<T>>;
  /** A question with the files that it is about; the server keeps none of them. */
  stream<T>(path: string, body: object, files: readonly Blob[], signal?: AbortSignal): Promise<Reply<T>>;
  upload<T>(path: string, name: string, bytes: Blob): Promise<Reply<T>>;
  /** Of an answer that comes line by line, each line. */
  lines(path: string, body: object, onLine: (line: unknown) => void, signal: AbortSignal): Promise<Reply<null>>;
}

/** @param secret of this run of the server; it is sent in a header and kept nowhere else */
export function createServer(secret: string): Server {
  const ask = (path: string, type: string, body: BodyInit, more: object, signal?: AbortSignal): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': type, 'x-why401-secret': secret, ...more },
      body,
      mode: 'same-origin',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      ...(signal && { signal }),
    });
  const answered = async <T>(work: () => Promise<Reply<T>>, signal?: AbortSignal): Promise<Reply<T>> => {
    if (secret === '') return { ok: false, gone: 'stranger' };
    try {
      return await work();
    } catch (error) {
      if (signal?.aborted) throw error;
      return { ok: false, gone: 'lost' };
    }
  };
  const send = <T>(path: string, type: string, body: BodyInit, more: object, signal?: AbortSignal) =>
    answered<T>(async () => {
      const response = await ask(path, type, body, more, signal);
      return replyOf(response.status, await response.text());
    }, signal);
  return {
    post: (path, body, signal) => send(path, 'application/json', JSON.stringify(body), {}, signal),
    stream: (path, body, files, signal) =>
      send(path, 'application/octet-stream', new Blob([`${JSON.stringify(body)}\n`, ...files]), {}, signal),
    upload: (path, name, bytes) =>
      send(path, 'application/octet-stream', bytes, { 'x-file-name': encodeURIComponent(name) }),
    lines: (path, body, onLine, signal) =>
      answered(async () => {
        const response = await ask(path, 'application/json', JSON.stringify(body), {}, signal);
        if (response.status !== 200) return replyOf(response.status, await response.text());
        await readLines(response, onLine);
        return { ok: true, value: null };
      }, signal),
  };
}

function replyOf<T>(status: number, text: string): Reply<T> {
  if (status === 401) return { ok: false, gone: 'stranger' };
  if (status !== 200) return { ok: false, problems: [refused(status, text)] };
  try {
    const value = JSON.parse(text) as T & { readonly problems?: readonly Problem[]; readonly report?: unknown };
    const { problems = [] } = value;
    const isRefusal = problems.length > 0 && value.report === undefined && !('files' in value);
    return isRefusal ? { ok: false, problems } : { ok: true, value };
  } catch {
    return { ok: false, problems: [refused(status, 'answer-not-json')] };
  }
}

/** The server names what it refuses by a code alone. */
function refused(status: number, text: string): Problem {
  const code = /^[a-z][a-z0-9-]{1,60}$/.exec(text.trim())?.[0] ?? `http-${status}`;
  const message = status === 413 ? 'It is more than the server takes.' : `The server answered ${status}.`;
  return { code, message };
}
