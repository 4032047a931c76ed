import type { IncomingMessage } from 'node:http';
import { refuse } from '../../answers.ts';
import { isOfType } from '../../body/media-type.ts';
import { readBytes } from '../../body/read-bytes.ts';
import { goneSignal } from '../../gone.ts';
import { LIMITS } from '../../limits.ts';
import type { FileKind } from '../../memory.ts';
import type { Context, Route } from '../route.ts';
import { answer } from './task.ts';

/** A file as a stream of bytes; the answer tells what is in all files of its kind. */
export const uploadRoute = (path: string, kind: FileKind): Route => ({
  method: 'post',
  path,
  open: false,
  handle: (context) => async (request, response) => {
    const { memory, clerk } = context;
    const gone = goneSignal(response);
    if (!isOfType(request, 'application/octet-stream')) return refuse(response, 415, 'bytes-wanted');
    const name = nameOf(request);
    if (name === undefined) return refuse(response, 400, 'file-name-wrong');
    const read = await readBytes(request, response, memory.room(kind, name));
    if (!read.ok) return read.status === undefined ? undefined : refuse(response, read.status, read.code);
    const takeBack = memory.put(kind, { name, bytes: read.bytes });
    if (takeBack === undefined) return refuse(response, 413, 'body-too-large');
    const done = await clerk.run(kind, '{}', gone);
    if (done.kind !== 'answered' || done.kept === false) takeBack();
    if (done.kind !== 'answered') return answer(response, done);
    answer(response, { ...done, body: withFiles(context, kind, done.body) });
  },
});

/** A label that is shown; no file of that name is ever opened. */
function nameOf({ headers }: IncomingMessage): string | undefined {
  try {
    const name = decodeURIComponent(String(headers['x-file-name'] ?? ''));
    return name.length > 0 && name.length <= LIMITS.fileName ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The desk tells of keys file by file; of configurations it only knows the whole. */
function withFiles({ memory }: Context, kind: FileKind, body: string): string {
  if (kind === 'keys') return body;
  const files = memory.files()[kind].map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  return `{"files":${JSON.stringify(files)}${body === '{}' ? '}' : `,${body.slice(1)}`}`;
}
