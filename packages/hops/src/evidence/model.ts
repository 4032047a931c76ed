import type { Gateway, Plugin, Route } from '@why401/kong/config';
import type { ErrorLine, HopRecord } from '../record/index.ts';
import type { AnswerText } from '../tables/answers/index.ts';
import type { LineSignature } from '../tables/lines/index.ts';
import type { HeaderRow, Meaning, PageRow } from '../tables/products/index.ts';

/** What was read out of a record, before anything is decided. Unknown is null, never a guess. */
export interface Evidence {
  readonly record: HopRecord;
  /** Whether there is a load balancer before Kong, behind Kong; null where nothing tells. */
  readonly hasLb1: boolean | null;
  readonly hasLb2: boolean | null;
  readonly lb1: LbReading | null;
  readonly lb2: LbReading | null;
  readonly answer: Answer | null;
  /** What the header that Kong logged promises as the page of a product, where the client's answer was not seen. */
  readonly loggedPage: LoggedPage | null;
  readonly trace: Trace;
  readonly lines: Lines;
  readonly service: ServiceFacts | null;
  readonly configured: Configured;
  /** Upper case; null where nothing tells. */
  readonly method: string | null;
}

export interface LoggedPage {
  readonly page: PageRow;
  readonly meaning: Meaning | null;
}

/** The answer that the client got. */
export interface Answer {
  /** Null where no status line came. */
  readonly status: number | null;
  readonly signs: Signs;
  /** What the body says as one of Kong's own answers; null where it is none. */
  readonly own: OwnAnswer | null;
  /** Own page of another product. */
  readonly page: PageRow | null;
  readonly meaning: Meaning | null;
  /** Products that headers name. */
  readonly products: readonly HeaderRow[];
  /** Kong's nginx adds `charset=UTF-8` to text that has none: the answer came through Kong. */
  readonly charsetAdded: boolean;
  /** Only the length of the body is known (HEAD). */
  readonly head: boolean;
}

/** Marks of Kong on an answer. */
export interface Signs {
  readonly upstreamLatency: number | null;
  readonly proxyLatency: number | null;
  readonly responseLatency: number | null;
  readonly admin: boolean;
  readonly requestId: string | null;
  readonly via: string | null;
  readonly server: string | null;
  readonly upstreamStatus: number | null;
  /** At least one of the above. */
  readonly any: boolean;
}

export interface OwnAnswer {
  /**
   * `template`: Kong's error template; `table`: `{"message": …}` alone; `nginx`: nginx's page without its name;
   * `custom`: another body that holds one of Kong's texts; `length`: only the length was seen; `grpc`: `grpc-message`.
   */
  readonly shape: 'template' | 'table' | 'nginx' | 'custom' | 'length' | 'grpc';
  readonly message: string | null;
  /** In the body. */
  readonly requestId: string | null;
  /** The rows of the table that it may be; empty where the text is none of Kong's. */
  readonly texts: readonly AnswerText[];
}

/** What Kong's access log and JSON entry say of the request together. */
export interface Trace {
  /** A log was read that has a line for every request. */
  readonly given: boolean;
  readonly found: boolean;
  readonly status: number | null;
  readonly requestId: string | null;
  /** One for each try; null where nothing tells. */
  readonly upstreamStatuses: readonly string[] | null;
  readonly tries: number | null;
  readonly source: 'kong' | 'upstream' | null;
  /** Kong had finished its access phase; null where nothing tells. */
  readonly proxied: boolean | null;
  /** Bytes of the body, or of all where the upstream spoke no HTTP. */
  readonly bytes: number | null;
  readonly endsInRetry: boolean;
}

/** A line of error.log with its signature. */
export interface SignedLine {
  readonly line: ErrorLine;
  readonly signature: LineSignature;
  readonly captured: readonly (string | undefined)[];
}

export interface Lines {
  readonly given: boolean;
  readonly all: readonly SignedLine[];
  /** The line that tells most of the outcome: the last failed exchange, or DNS, the balancer, the client, Lua. */
  readonly decisive: SignedLine | null;
  /** Failed exchanges with an upstream. */
  readonly failures: readonly SignedLine[];
}

/** How a load balancer's log says the exchange ended. */
export interface LbReading {
  /** 4 where it only relays bytes. */
  readonly layer: 4 | 7 | null;
  /** What it answered by itself; null where it passed an answer on, or nothing tells. */
  readonly own: Meaning | 'client-left' | 'not-http' | 'tls-to-plain' | 'invalid-header' | 'answered' | null;
  /** It passed an answer on; null where the log does not tell. */
  readonly passedOn: boolean | null;
  readonly status: number | null;
  readonly bytes: number | null;
  /** The other side spoke plain HTTP to its TLS front. */
  readonly plainToTls: boolean;
  /** `combined` where the format is that of several. */
  readonly product: string;
  /** Which line says so. */
  readonly at: HopRecord['lb1'] extends readonly (infer Line)[] | null ? Line : never;
}

/** The Service, from the JSON entry or the configuration. Times in milliseconds. */
export interface ServiceFacts {
  readonly protocol: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly retries: number | null;
  readonly connectTimeout: number | null;
  readonly writeTimeout: number | null;
  readonly readTimeout: number | null;
  readonly tlsVerify: boolean | null;
}

/** What the configuration says of this request. */
export interface Configured {
  readonly gateway: Gateway | null;
  /** The Route that the request as the client sent it takes; null: unknown. */
  readonly match: 'matched' | 'none' | null;
  readonly route: Route | null;
  /** Enabled plugins that may run for it. */
  readonly plugins: readonly Plugin[];
}
