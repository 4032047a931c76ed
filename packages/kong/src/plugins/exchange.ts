import type { Crypto, Finding, Problem } from '@why401/core';
import type { Consumer, Gateway, Plugin } from '../config/index.ts';
import type { Check } from '../judgement/index.ts';
import type { Release } from '../versions/index.ts';
import type { Reply, SeenRequest, UpstreamHeaders } from '../wire/index.ts';

/** What a request authenticated with, whichever plugin did it. */
export interface Credential {
  readonly id: string;
}

/** One request under way through the plugins: what they see and what they change. */
export interface Exchange {
  readonly gateway: Gateway;
  readonly release: Release;
  readonly request: SeenRequest;
  /** Whole seconds since the epoch, as `ngx.time()`. */
  readonly now: number;
  readonly crypto: Crypto;
  /** Names of checks, or their steps, that count as passed although they failed: to see what would fail next. */
  readonly assume: ReadonlySet<string>;
  readonly headers: UpstreamHeaders;
  readonly path: Check[];
  readonly log: string[];
  readonly surprises: Finding[];
  consumer: Consumer | null;
  credential: Credential | null;
  anonymous: boolean;
}

/** How a plugin's access phase ended, where it did not pass the request on. */
export type Ending =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly check: Check; readonly random?: boolean }
  | { readonly kind: 'undetermined'; readonly because: readonly Problem[] };

/** A plugin whose behaviour is modelled. */
export interface PluginModel {
  readonly name: string;
  access(plugin: Plugin, exchange: Exchange): Ending | undefined;
}
