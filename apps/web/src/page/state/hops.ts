import type { Report } from '@why401/core/report';
import type { CureData, Judged } from './answers.ts';

export type Hop = 'client' | 'lb1' | 'kong' | 'lb2' | 'server';

/** A log or an answer that was dropped: the browser's handle of it, which holds none of its content. */
export interface HopsFile {
  /** Of this page; another file of the same name is another one. */
  readonly id: number;
  readonly name: string;
  readonly blob: Blob;
  /** Whose log it is, where nothing in it tells. */
  readonly hop: '' | 'lb1' | 'lb2';
}

/** How long each waits: seconds or a product, as typed. */
export interface Patience {
  readonly service: string;
  readonly client: string;
  readonly lb1: string;
  readonly lb2: string;
  readonly server: string;
}

/** The hops view: what is judged beside the box, and what is known of the chain. */
export interface HopsState {
  readonly files: readonly HopsFile[];
  readonly chain: string;
  readonly requestId: string;
  readonly patience: Patience;
}

export const NO_HOPS: HopsState = {
  files: [],
  chain: '',
  requestId: '',
  patience: { service: '', client: '', lb1: '', lb2: '', server: '' },
};

/** Members of `why401 who --json` that the page draws; its words are the report's. */
export interface WhoData {
  readonly hop: Hop | null;
  readonly link: string | null;
  readonly cause: string | null;
  readonly certainty: 'certain' | 'likely' | 'possible';
  readonly chain: readonly { readonly hop: Hop; readonly name: string; readonly known: boolean }[];
  readonly raise: readonly { readonly what: string; readonly grep: string | null; readonly splunk: string | null }[];
  readonly inputs: readonly { readonly name: string; readonly taken: string }[];
  /** Where a plugin rejected: what `explain --json` says. */
  readonly explain?: { readonly cures?: readonly CureData[] };
}

export interface WhoAnswer extends Judged<WhoData> {
  /** What a message alone means. */
  readonly meaning: { readonly report: Report; readonly sameAs: string; readonly isKnown: boolean } | null;
}

interface Bar {
  readonly who: Hop;
  /** Milliseconds of each try. */
  readonly tries: readonly number[];
  readonly total: number;
  readonly because: string;
}

export interface LadderData {
  readonly ladders: readonly {
    readonly service: string;
    readonly scenarios: readonly {
      readonly bars: readonly Bar[];
      readonly first: { readonly who: Hop; readonly ms: number };
    }[];
    readonly inversions: readonly unknown[];
  }[];
}

export type LadderAnswer = Judged<LadderData>;
