import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { decodeBytes } from '@why401/core/input';
import { type Given, isSearched, type NeighbourHop, READ_WHOLE } from '@why401/hops/ask';
import { HEAD } from '@why401/hops/read';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

/** A file or pipe that was named. */
export interface Named {
  readonly name: string;
  readonly hop?: NeighbourHop;
}

/** @throws Failure what reading a file throws */
export async function openInput(session: Session, { name, hop }: Named): Promise<Given> {
  const head = name === '-' ? undefined : largeHead(name);
  if (head !== undefined && isSearched(head))
    return { kind: 'log', name, head, hop, each: (take) => eachPiece(name, take) };
  const source = await readNamedFile(session, name, { what: 'an answer or a log' });
  return { kind: 'whole', name: source.name, text: decodeBytes(source.bytes), hop };
}

/** The beginning of a large file; undefined for a small one, a pipe, or one that cannot be looked at. */
function largeHead(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size <= READ_WHOLE) return undefined;
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
function eachPiece(path: string, take: (piece: Uint8Array) => void): void {
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
