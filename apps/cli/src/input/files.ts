import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { fail } from '../failure.ts';

/** Everything that is read at once is held in memory; more than this is refused (`docs/decisions`). */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a whole file or pipe (`<(deck gateway dump -o -)`).
 * @throws Failure `file-not-found`, `is-a-directory`, `file-not-readable`, `input-too-large`, `file-failed`
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const file = open(path);
  if (file.isPipe) return collect(await pipeChunks(file.handle, path), path);
  try {
    if (file.size > MOST_BYTES) tooLarge(path);
    return readAll(file.handle, path, file.size);
  } catch (error) {
    return unreadable(path, error);
  } finally {
    closeSync(file.handle);
  }
}

/** The same piece by piece and without limit, for what is read line by line. */
export async function readChunks(path: string): Promise<AsyncIterable<Uint8Array>> {
  const file = open(path);
  if (file.isPipe) return pipeChunks(file.handle, path);
  return createReadStream(path, { fd: file.handle, highWaterMark: 1 << 18 });
}

/** @throws Failure `input-too-large` */
export async function collect(chunks: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > MOST_BYTES) tooLarge(name);
    kept.push(chunk);
  }
  return join(kept, total);
}

interface OpenFile {
  readonly handle: number;
  readonly isPipe: boolean;
  readonly size: number;
}

function open(path: string): OpenFile {
  let handle: number | undefined;
  try {
    // Without O_NONBLOCK a FIFO that nobody writes to would hold the process in open(), deaf to signals.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (stat.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    return { handle, isPipe: stat.isFIFO(), size: stat.size };
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    return unreadable(path, error);
  }
}

/** Reads to the end even where the size is 0 (`/proc`, devices), and no further than the limit. */
function readAll(handle: number, path: string, size: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(total < size ? size - total : 65_536);
    const count = readSync(handle, chunk, 0, chunk.length, null);
    if (count === 0) break;
    total += count;
    if (total > MOST_BYTES) tooLarge(path);
    chunks.push(chunk.subarray(0, count));
  }
  return join(chunks, total);
}

async function pipeChunks(handle: number, path: string): Promise<AsyncIterable<Uint8Array>> {
  const { Socket } = await import('node:net');
  const start = firstOfPipe(handle, path);
  async function* chunks(): AsyncIterable<Uint8Array> {
    if (start?.length === 0) return closeSync(handle);
    if (start !== undefined) yield start;
    yield* new Socket({ fd: handle, readable: true, writable: false }) as AsyncIterable<Uint8Array>;
  }
  return chunks();
}

/** Empty where nobody has the other end open: waiting would be for ever. Undefined: somebody has, and is still busy. */
function firstOfPipe(handle: number, path: string): Uint8Array | undefined {
  const chunk = new Uint8Array(65_536);
  try {
    return chunk.subarray(0, readSync(handle, chunk, 0, chunk.length, null));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
    closeSync(handle);
    return unreadable(path, error);
  }
}

function join(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const all = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

const tooLarge = (name: string): never =>
  fail(
    'input-too-large',
    `${name} is larger than 64 MiB.`,
    'Give a smaller file: one request, one token, one configuration.',
  );

function unreadable(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fail('file-not-found', `There is no file ${path}.`, 'Check the name and the folder you are in.');
  if (code === 'EISDIR') return fail('is-a-directory', `${path} is a directory.`, 'Name a file in it.');
  if (code === 'EACCES' || code === 'EPERM')
    return fail(
      'file-not-readable',
      `${path} may not be read (${code}).`,
      'Check its permissions, or pipe it in and give - instead.',
    );
  return fail('file-failed', `${path} could not be read (${code}).`);
}
