import type { Place } from '@why401/core';
import type { IssuerDifference } from '@why401/core/issuer';
import type { FrameLine } from '@why401/core/report';
import type { Plugin } from '../config/index.ts';
import type { Cure, Ending } from '../cure/index.ts';
import type { Check, Judgement } from '../judgement/index.ts';
import type { WireRequest } from '../wire/request.ts';
import type { Cause } from './causes.ts';
import type { ReplyComparison } from './reply/index.ts';

/** All that is said about one request, as data: printers and JSON tell the same. */
export interface Explanation {
  readonly judgement: Judgement;
  /** The plugin that answered, or of an accepted request the one that judged the token. */
  readonly plugin: Plugin | null;
  readonly request: WireRequest;
  /** What the upstream gets, where it gets something: its path with tokens shortened, and who Kong says it is. */
  readonly passedOn: PassedOn | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Name of the diagnosis and of its page; null where nothing is wrong or no page tells of it. */
  readonly diagnosis: string | null;
  readonly comparison: Comparison | null;
  /** Proven, the one to begin with first, those that lower the guard last. */
  readonly cures: readonly Cure[];
  /** Why it came to the failing check, the deepest first, each with what else follows from it. */
  readonly causes: readonly Cause[];
  readonly next: Next | null;
  /** Lines of the file around the place of the failing check, secrets replaced. */
  readonly frame: Frame | null;
  readonly reply: ReplyComparison | null;
}

export interface PassedOn {
  readonly path: string;
  /** `x-consumer-…`, `x-credential-identifier`, `x-anonymous-consumer`; names lower-case. */
  readonly identity: readonly (readonly [name: string, value: string])[];
}

export interface Frame {
  readonly place: Place;
  readonly lines: readonly FrameLine[];
}

export interface Side {
  readonly source: 'token' | 'request' | 'config' | 'gateway';
  readonly name: string;
  readonly value: string;
  readonly place: Place | null;
}

/** What was found against what was wanted. */
export interface Comparison {
  readonly found: Side;
  readonly wanted: Side;
  /** To the character, where the two were meant to be equal. */
  readonly difference: IssuerDifference | null;
}

/** What happens once the first cure is made. */
export type Next =
  /** Nothing else refuses the request. */
  | {
      readonly kind: 'passes';
      readonly worries: readonly string[];
      /** The token ends then (seconds), and nobody will look at it; null where `exp` is checked or absent. */
      readonly endsUnchecked: number | null;
    }
  /** These checks would fail next, in this order. */
  | { readonly kind: 'fails'; readonly ending: Ending; readonly checks: readonly Check[] }
  /** What comes after was not judged: it depends on something that only the reader has. */
  | { readonly kind: 'open'; readonly on: 'token' | 'key' | 'claim' };

/** Settings of an explanation that change words only. */
export interface Telling {
  /** IANA name of the zone in which times are shown. */
  readonly zone: string;
  readonly as: 'diff' | 'deck' | 'admin-api';
}
