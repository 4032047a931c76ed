import type { Place } from '@why401/core';
import type { Gateway } from '@why401/kong/config';

/**
 * Everything known of one request on its way Client → LB1 → Kong → LB2 → Server, whatever form it came in.
 * Readers fill it, judges read it. Texts that carry credentials are masked before they get here.
 *
 * A member that is `null` was **not given** (nobody looked, or the view hides it); an empty list was given and holds
 * nothing of this request, which is evidence of its own.
 */
export interface HopRecord {
  /** Name of the case, of the file or of the request: only for showing. */
  readonly id: string;
  /** The request as the client sent it. */
  readonly request: SentRequest | null;
  /** What the client got. */
  readonly client: ClientAnswer | null;
  /** Kong's error.log: the lines of this request and of timers around it, in the order of the file. */
  readonly errorLines: readonly ErrorLine[] | null;
  /** Kong's access log. */
  readonly accessLines: readonly AccessLine[] | null;
  /** Kong's JSON entry. With `entryGiven` and no entry, the log was read and holds none. */
  readonly entry: LogEntry | null;
  readonly entryGiven: boolean;
  /** Logs of the load balancers before and behind Kong. */
  readonly lb1: readonly LbLine[] | null;
  readonly lb2: readonly LbLine[] | null;
  readonly gateway: Gateway | null;
  /** `3.9.1`; null where nothing tells. */
  readonly kong: string | null;
  /** kong.conf values that differ from the defaults, by their names; null where unknown. */
  readonly settings: Readonly<Record<string, string>> | null;
  readonly addresses: Addresses;
}

/** Lower-case name and value, in wire order, duplicates kept. */
export type Headers = readonly (readonly [name: string, value: string])[];

export interface SentRequest {
  readonly method: string;
  readonly scheme: 'http' | 'https';
  /** As in the Host header, without the port; lower case. */
  readonly host: string;
  readonly port: number | null;
  readonly target: string;
  /** Values of credentials masked, names kept. */
  readonly headers: Headers;
  readonly bodyBytes: number | null;
  /** `1.1` */
  readonly httpVersion: string;
  /** The bytes where the request is no ordinary HTTP, one character (00–FF) for each. */
  readonly rawBytes: string | null;
}

/** How an exchange ended without a whole answer. `timeout`: the client stopped waiting. */
export type ClientError =
  | 'timeout'
  | 'closed without answer'
  | 'connection reset'
  | 'connection refused'
  | 'incomplete body'
  | 'not http'
  | 'tls failure'
  | 'aborted'
  | 'closed after upgrade';

export interface ClientAnswer {
  /** Null where no status line came. */
  readonly status: number | null;
  readonly reason: string;
  readonly headers: Headers;
  /** Text, or one character (00–FF) for each byte where the bytes are no UTF-8. May be cut; see `bodyBytes`. */
  readonly body: string;
  /** Bytes that came; null where unknown. */
  readonly bodyBytes: number | null;
  /** Whole exchange in milliseconds; null where unknown. */
  readonly elapsedMs: number | null;
  readonly error: ClientError | null;
  readonly httpVersion: string;
  /** After bytes that are no HTTP: whether the connection stayed open; null where unknown. */
  readonly leftOpen: boolean | null;
}

/** A point in time as a log writes it. */
export interface LogTime {
  readonly text: string;
  /** Milliseconds since the epoch; logs without a zone are read as UTC. */
  readonly ms: number;
  readonly zoned: boolean;
}

/** nginx's levels, least urgent first. */
export const LEVELS = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'] as const;
export type Level = (typeof LEVELS)[number];

/** One entry of nginx's error.log (Kong's, or that of an nginx as load balancer), with its continuation lines. */
export interface ErrorLine {
  readonly at: LogTime;
  readonly level: Level;
  /** `10985#10985` */
  readonly worker: string;
  /** The number after `*`: requests of one connection share it. */
  readonly connection: number | null;
  /** From behind the connection number up to the first of the fields below. */
  readonly message: string;
  readonly client: string | null;
  readonly server: string | null;
  /** `GET /orders?jwt=… HTTP/1.1`, masked. */
  readonly request: string | null;
  readonly subrequest: string | null;
  /** `http://10.0.0.7:8080/orders`: the address actually tried. */
  readonly upstream: string | null;
  readonly host: string | null;
  readonly requestId: string | null;
  readonly place: Place;
  /** The line as it stands, masked. */
  readonly raw: string;
}

/** One line of an nginx access log: Kong's in its default or a custom format. */
export interface AccessLine {
  readonly at: LogTime | null;
  readonly client: string | null;
  /** What stands in quotes, escapes and all (`\x16\x03\x01`); masked. */
  readonly request: string;
  /** Null where `request` is no request line. */
  readonly method: string | null;
  readonly target: string | null;
  readonly httpVersion: string | null;
  /** `009` is 9. */
  readonly status: number;
  /** Body bytes (`$body_bytes_sent`). */
  readonly bytes: number | null;
  readonly requestId: string | null;
  /** One for each try; null where the format has no such field. `-` stays `-`. */
  readonly upstreamStatus: readonly string[] | null;
  readonly upstreamAddress: readonly string[] | null;
  readonly connectTime: readonly string[] | null;
  readonly headerTime: readonly string[] | null;
  readonly responseTime: readonly string[] | null;
  /** `$request_time` in seconds. */
  readonly requestTime: number | null;
  readonly place: Place;
  readonly raw: string;
}

/** One try of `tries[]`. `code` and `state` are absent on a try that was not counted as failed. */
export interface Try {
  readonly ip: string | null;
  readonly port: number | null;
  readonly state: string | null;
  readonly code: number | null;
}

/** `kong.log.serialize`, unwrapped from what delivered or exported it. What a cut-off event lost is null. */
export interface LogEntry {
  readonly requestId: string | null;
  readonly method: string | null;
  /** As the client sent it, masked. */
  readonly uri: string | null;
  /** With Kong's scheme and port, masked. */
  readonly url: string | null;
  /** Credentials masked; null where the entry has no `request.headers`. */
  readonly requestHeaders: Headers | null;
  /** Bytes of the whole request. */
  readonly requestSize: number | null;
  /** TLS reached Kong. */
  readonly tls: boolean;
  readonly status: number | null;
  readonly responseHeaders: Headers | null;
  /** Bytes sent, header included. */
  readonly responseSize: number | null;
  readonly upstreamUri: string | null;
  /** One for each try; empty for `""`; null where absent. */
  readonly upstreamStatus: readonly string[] | null;
  /** `upstream_status` was a number (buffered proxying). */
  readonly upstreamStatusIsNumber: boolean;
  /** `upstream_status` ends in ` : `: the balancer had no further peer for a retry. */
  readonly endsInRetry: boolean;
  /** Milliseconds; `proxy` -1: never proxied. */
  readonly latencies: {
    readonly kong: number | null;
    readonly proxy: number | null;
    readonly receive: number | null;
    readonly request: number | null;
  };
  /** Null where the entry does not have it (cut off). */
  readonly tries: readonly Try[] | null;
  readonly source: 'kong' | 'upstream' | null;
  readonly service: LoggedService | null;
  readonly route: LoggedRoute | null;
  readonly consumer: string | null;
  readonly authenticated: boolean;
  readonly clientIp: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null;
  /** The event was cut off; what could be found was taken from what is left. */
  readonly truncated: boolean;
  readonly place: Place;
}

/** The Service as the entry has it. Times in milliseconds. */
export interface LoggedService {
  readonly id: string | null;
  readonly name: string | null;
  readonly protocol: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly path: string | null;
  readonly retries: number | null;
  readonly connectTimeout: number | null;
  readonly writeTimeout: number | null;
  readonly readTimeout: number | null;
  readonly tlsVerify: boolean | null;
}

export interface LoggedRoute {
  readonly id: string | null;
  readonly name: string | null;
  readonly protocols: readonly string[];
  readonly serviceId: string | null;
  readonly responseBuffering: boolean | null;
  readonly requestBuffering: boolean | null;
}

/** Whose grammar a line of a load balancer's log follows. */
export type LbProduct =
  | 'haproxy'
  | 'nginx'
  | 'apache'
  | 'varnish'
  | 'envoy'
  | 'traefik'
  | 'caddy'
  | 'aws-alb'
  | 'other';

/**
 * One line of a load balancer's log.
 * `access`: one exchange; `tcp`: one connection of a layer-4 balancer; `error`: a message; `health`: a check or
 * a server that went up or down.
 */
export interface LbLine {
  readonly product: LbProduct;
  readonly kind: 'access' | 'tcp' | 'error' | 'health';
  readonly at: LogTime | null;
  readonly client: string | null;
  /** What the log has of the request line, masked. `<BADREQ>` where HAProxy could not parse it. */
  readonly request: string | null;
  readonly method: string | null;
  readonly target: string | null;
  /** The status sent to the balancer's client; nginx `stream`: its session status. */
  readonly status: number | null;
  /** Bytes sent to the balancer's client; `tcp` too. HAProxy and Debian's Apache count the header, nginx does not. */
  readonly bytes: number | null;
  /** How it ended in the product's own letters: HAProxy's two (`tcp`) or four (`SC--`), Envoy's flags (`UF,URX`). */
  readonly flags: string | null;
  /** Milliseconds, -1 where the phase was not reached, null where the format has none (HAProxy's Tq/Tw/Tc/Tr/Tt). */
  readonly timers: LbTimers | null;
  readonly frontend: string | null;
  readonly backend: string | null;
  /** Name or address of the server that was picked; `<NOSRV>` where none was. */
  readonly server: string | null;
  /** One for each try; null where the format has no such field. `-` stays `-`. */
  readonly upstreamStatus: readonly string[] | null;
  readonly upstreamAddress: readonly string[] | null;
  /** Text of an `error` or `health` line. */
  readonly message: string | null;
  /** `AH01114` of Apache. */
  readonly code: string | null;
  /** An nginx error.log line in full. */
  readonly error: ErrorLine | null;
  readonly place: Place;
  readonly raw: string;
}

export interface LbTimers {
  /** Until the request was there. */
  readonly request: number | null;
  readonly queue: number | null;
  readonly connect: number | null;
  /** Until the answer's header was there. */
  readonly response: number | null;
  readonly total: number | null;
}

/** Where each hop listens, `127.0.0.1:8000`; null where there is no such hop or nobody said. */
export interface Addresses {
  readonly lb1: string | null;
  readonly kong: string | null;
  readonly lb2: string | null;
  readonly server: string | null;
}
