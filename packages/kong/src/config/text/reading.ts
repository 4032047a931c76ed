import type { Nodes } from './nodes.ts';

/** What a reader of texts must not exceed. */
export interface Limits {
  /** Collections inside one another. */
  readonly depth: number;
  /** Values that the aliases of a document stand for, counted each time one is used. */
  readonly expanded: number;
}

/** Something that Kong takes and we think bad. */
export interface Smell {
  readonly code: 'yaml-merge-key' | 'yaml-duplicate-key' | 'yaml-unknown-tag' | 'yaml-several-documents';
  readonly at: number;
  readonly name: string;
}

/** Why a text could not be read. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  /** Offset of the character at fault. */
  readonly at: number;
}

export type Reading =
  | { readonly ok: true; readonly value: unknown; readonly nodes: Nodes; readonly smells: readonly Smell[] }
  | { readonly ok: false; readonly fault: Fault };

/** Every document of a text. */
export type DocumentsReading =
  | { readonly ok: true; readonly documents: readonly Document[] }
  | { readonly ok: false; readonly fault: Fault };

/** One document: its value, and where everything in it stands. */
export interface Document {
  readonly value: unknown;
  readonly nodes: Nodes;
  readonly smells: readonly Smell[];
}
