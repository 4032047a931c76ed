import type { Fetched, FetchRequest, FetchStage } from '@why401/core';

/** Finds the addresses of a name. @throws an error with a `code`, as `node:dns` does */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export interface ClientCertificate {
  /** It belongs to this origin and is shown to no other: `https://idp.example`. */
  readonly origin: string;
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

export interface FetcherOptions {
  /** Milliseconds for a whole exchange. */
  readonly timeout?: number;
  /** Nothing is fetched, and the reason is given. */
  readonly offline?: boolean;
  /** `idp.internal` or `idp.internal:8443`: may stand at any address but link-local and metadata ones. */
  readonly allowHosts?: readonly string[];
  /** Plain HTTP to other than loopback addresses. */
  readonly allowHttp?: boolean;
  /** PEM; trusted beside the usual roots. */
  readonly ca?: readonly string[];
  readonly clientCertificate?: ClientCertificate;
  readonly proxy?: ProxyChoice;
  /** `host:port` → address, as curl's `--resolve`. */
  readonly resolve?: ReadonlyMap<string, string>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly lookup?: Lookup;
}

export interface ProxyChoice {
  /** The proxy for this URL, or undefined for none. */
  proxyFor(url: URL): URL | undefined;
}

/** Somebody who looks on while one exchange goes. It changes nothing of what may be asked. */
export interface Watch {
  /** Told of each stage as it ends; `attempt` is 2 where it is tried once more. */
  readonly onStage?: (stage: FetchStage, attempt: number) => void;
  /** Ends the exchange: nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** `FetchJson` with somebody who may look on. */
export type Fetcher = (url: string, request: FetchRequest, watch?: Watch) => Promise<Fetched>;
