import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { decodeBytes } from '@why401/core/input';
import { type FileKind, HEAD, recogniseFile } from '@why401/hops/read';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** Larger logs are searched for the lines of one request; what is smaller is read whole. */
const SMALL = 512 * 1024;

/** A file or pipe that was named. */
export type Opened =
  | { readonly kind: 'whole'; readonly name: string; readonly text: string; readonly hop: Hop | undefined }
  | {
      readonly kind: 'log';
      readonly name: string;
      readonly path: string;
      readonly head: string;
      readonly hop: Hop | undefined;
    };

export type Hop = 'lb1' | 'lb2';

export interface Named {
  readonly name: string;
  readonly hop?: Hop;
}

const SEARCHED: ReadonlySet<FileKind> = new Set<FileKind>(['log', 'csv']);

/** @throws Failure what reading a file throws */
export async function openInput(session: Session, { name, hop }: Named): Promise<Opened> {
  const head = name === '-' ? undefined : largeHead(name);
  if (head !== undefined && SEARCHED.has(recogniseFile(head))) return { kind: 'log', name, path: name, head, hop };
  const source = await readNamedFile(session, name, { what: 'an answer or a log' });
  return { kind: 'whole', name: source.name, text: decodeBytes(source.bytes), hop };
}

/** The beginning of a large file; undefined for a small one, a pipe, or one that cannot be looked at. */
function largeHead(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size <= SMALL) return undefined;
  const bytes = new Uint8Array(HEAD);
  const handle = openSync(path, 'r');
  try {
    return decodeBytes(bytes.subarray(0, readSync(handle, bytes, 0, HEAD, 0)));
  } finally {
    closeSync(handle);
  }
}

const PIECE = 1 << 20;

/** The file piece by piece; each piece is overwritten by the next. */
export function eachPiece(path: string, take: (piece: Uint8Array) => void): void {
  const handle = openSync(path, 'r');
  const piece = new Uint8Array(PIECE);
  try {
    for (;;) {
      const count = readSync(handle, piece, 0, PIECE, null);
      if (count === 0) return;
      take(count === PIECE ? piece : piece.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}
