import type { Problem } from '@why401/core';
import type {
  Answer,
  ConfigurationAnswer,
  ExamplesAnswer,
  ExplainAnswer,
  Judged,
  KeysAnswer,
  TimelineAnswer,
} from './answers.ts';
import type { HopsState, LadderAnswer, WhoAnswer } from './hops.ts';
import type { IssuerAnswer, IssuerState } from './issuer.ts';
import type { Reading } from './reading.ts';
import type { EntitiesAnswer, RouteAnswer, RoutingState } from './routing.ts';

export type Theme = 'system' | 'light' | 'dark';

/** `lost`: nobody answers. `stranger`: the server does not take the secret; a reload forgets it. */
export type Connection = 'connected' | 'lost' | 'stranger';

/** Everything the page knows. It lives in memory only; a reload forgets it. */
export interface State {
  /** What is read and judged: the box's text, or a text too long for it. */
  readonly text: string;
  /** What `text` is called where it is not in the box. */
  readonly held: string | null;
  /** Which token of several the person chose; null: the one that core prefers. */
  readonly choice: number | null;
  readonly reading: Reading;
  /** Kong's real answer, set aside while the request is pasted. */
  readonly reply: { readonly text: string; readonly title: string } | null;
  readonly configuration: ConfigurationAnswer | null;
  readonly keys: KeysAnswer | null;
  /** About files that were not taken, and documents that nothing is done with yet. */
  readonly notes: readonly Problem[];
  readonly gateway: GatewaySettings;
  /** The clock stands still, as an example wants it; milliseconds since the epoch. */
  readonly now: number | null;
  /** The time that the timeline is asked about; milliseconds since the epoch. */
  readonly at: number | null;
  readonly view: string;
  /** The fold with the timeline of the explained token is open. */
  readonly timelineOpen: boolean;
  readonly help: boolean;
  readonly theme: Theme;
  /** IANA name. */
  readonly zone: string;
  readonly shortcuts: boolean;
  readonly connection: Connection;
  /** The last change of the text was a key pressed: more may follow. */
  readonly typing: boolean;
  /** Grows with everything that the server was given or forgot. */
  readonly revision: number;
  /** Questions on their way for longer than a person waits without noticing. */
  readonly waiting: boolean;
  readonly explained: Answer<ExplainAnswer> | null;
  readonly verified: Answer<Judged<unknown>> | null;
  readonly timed: Answer<TimelineAnswer> | null;
  readonly issuer: IssuerState;
  readonly issued: Answer<IssuerAnswer> | null;
  readonly routing: RoutingState;
  readonly listed: Answer<EntitiesAnswer> | null;
  readonly routed: Answer<RouteAnswer> | null;
  readonly hops: HopsState;
  readonly rejected: Answer<WhoAnswer> | null;
  readonly climbed: Answer<LadderAnswer> | null;
  readonly examples: ExamplesAnswer | null;
}

export interface GatewaySettings {
  readonly kongVersion: string;
  readonly routerFlavor: string;
  readonly route: string;
  readonly service: string;
}
