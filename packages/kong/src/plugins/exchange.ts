import type { Crypto, Finding, Problem } from '@why401/core';
import type { Consumer, Gateway, Plugin, Service } from '../config/index.ts';
import type { Check } from '../judgement/index.ts';
import type { Release } from '../versions/index.ts';
import {
  createResponseHeaders,
  createUpstreamHeaders,
  type Reply,
  type ResponseHeaders,
  type SeenRequest,
  type UpstreamHeaders,
} from '../wire/index.ts';

/** What a request authenticated with, whichever plugin did it. */
export interface Credential {
  readonly id: string;
}

/** What a Route's path captured: by number from 1, and by name. */
export type Captures = ReadonlyMap<string | number, string>;

/** One request under way through the plugins: what they see and what they change. */
export interface Exchange {
  readonly gateway: Gateway;
  readonly release: Release;
  /** As plugins see it now: headers and query as earlier ones left them. */
  readonly request: SeenRequest;
  /** As it came. */
  readonly received: SeenRequest;
  readonly captures: Captures;
  /** The Service of the Route. */
  readonly service: Service | null;
  /** Whole seconds since the epoch, as `ngx.time()`. */
  readonly now: number;
  readonly crypto: Crypto;
  /** Names of checks, or their steps, that count as passed although they failed: to see what would fail next. */
  readonly assume: ReadonlySet<string>;
  readonly headers: UpstreamHeaders;
  /** What Kong adds to the answer, whoever makes it. */
  readonly response: ResponseHeaders;
  readonly path: Check[];
  readonly log: string[];
  readonly surprises: Finding[];
  /** Headers that were read as indexed variables of nginx, as they were then. */
  readonly variables: Map<string, string | undefined>;
  /** Plugins whose response phase has nothing more to do for this request. */
  readonly silent: Set<string>;
  consumer: Consumer | null;
  credential: Credential | null;
  anonymous: boolean;
  /** Host that a plugin gave the upstream; undefined while it is the Service's, or the client's as the Route says. */
  host: string | undefined;
  /** Path and query that go upstream. */
  target: string;
  /** The query as plugins left it; undefined while nobody touched it. */
  query: string | undefined;
  body: string | null;
  /** The gateway orders headers that were added at random. */
  random: boolean;
}

export type ExchangeParts = Pick<
  Exchange,
  'gateway' | 'release' | 'received' | 'captures' | 'service' | 'now' | 'crypto' | 'assume' | 'target'
> &
  Pick<Exchange, 'path' | 'log' | 'surprises'>;

export function createExchange(parts: ExchangeParts): Exchange {
  const { received } = parts;
  const headers = createUpstreamHeaders(received.lines);
  const exchange: Exchange = {
    ...parts,
    headers,
    response: createResponseHeaders(),
    variables: new Map(),
    silent: new Set(),
    request: {
      wire: received.wire,
      ...(received.settings && { settings: received.settings }),
      get uri() {
        return exchange.query === undefined ? received.uri : `${beforeQuery(received.uri)}?${exchange.query}`;
      },
      get lines() {
        return headers.lines();
      },
    },
    consumer: null,
    credential: null,
    anonymous: false,
    host: undefined,
    query: undefined,
    body: received.wire.body,
    random: false,
  };
  return exchange;
}

/** `ngx.var.args = …`: what goes upstream changes with it; the target as received does not. */
export function setQuery(exchange: Exchange, query: string): void {
  exchange.query = query;
  const asked = query !== '' || exchange.received.uri.endsWith('?');
  exchange.target = asked ? `${beforeQuery(exchange.target)}?${query}` : beforeQuery(exchange.target);
}

const beforeQuery = (uri: string): string => {
  const question = uri.indexOf('?');
  return question < 0 ? uri : uri.slice(0, question);
};

/** How a plugin's access phase ended, where it did not pass the request on. */
export type Ending =
  | { readonly kind: 'answered'; readonly reply: Reply; readonly check: Check; readonly random?: boolean }
  | { readonly kind: 'undetermined'; readonly because: readonly Problem[] };

/** An answer on its way back through the plugins' response phases. */
export interface Answer {
  readonly headers: ResponseHeaders;
  /** Undefined where the upstream answers: its headers and body are not known. */
  readonly reply: Reply | undefined;
}

/** A plugin whose behaviour is modelled. */
export interface PluginModel {
  readonly name: string;
  access?(plugin: Plugin, exchange: Exchange): Ending | undefined;
  /** `header_filter`: of every answer that follows, Kong's own ones included. Problems: what cannot be known. */
  respond?(plugin: Plugin, exchange: Exchange, answer: Answer): readonly Problem[] | undefined;
}
