import { decodeBytes } from '@why401/core/input';
import { type FileKind, HEAD, recogniseFile } from '../read/index.ts';

/** Octets: larger logs are searched for the lines of one request; what is smaller is read whole. */
export const READ_WHOLE = 512 * 1024;

export type NeighbourHop = 'lb1' | 'lb2';

/** A file or pipe that somebody gave. */
export type Given = GivenWhole | GivenLog;

export interface GivenWhole {
  readonly kind: 'whole';
  readonly name: string;
  readonly text: string;
  readonly hop: NeighbourHop | undefined;
}

export interface GivenLog {
  readonly kind: 'log';
  readonly name: string;
  readonly head: string;
  readonly hop: NeighbourHop | undefined;
  /** From its first octet to its last; a piece may be overwritten by the next. */
  each(take: (piece: Uint8Array) => void): void;
}

const SEARCHED: ReadonlySet<FileKind> = new Set<FileKind>(['log', 'csv']);

/** Whether a file with this beginning is searched where it is large. */
export const isSearched = (head: string): boolean => SEARCHED.has(recogniseFile(head));

const PIECE = 1 << 20;

/** What lies in memory as octets. */
export function givenOf(name: string, bytes: Uint8Array, hop: NeighbourHop | undefined): Given {
  const head = bytes.length > READ_WHOLE ? decodeBytes(bytes.subarray(0, HEAD)) : undefined;
  if (head === undefined || !isSearched(head)) return { kind: 'whole', name, text: decodeBytes(bytes), hop };
  const each: GivenLog['each'] = (take) => {
    for (let from = 0; from < bytes.length; from += PIECE) take(bytes.subarray(from, from + PIECE));
  };
  return { kind: 'log', name, head, hop, each };
}
