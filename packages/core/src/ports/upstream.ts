import type { Problem } from '../facts/index.ts';
import type { PeerCertificate } from './fetch.ts';

/**
 * What is seen of the server behind a gateway, from the place where this runs: facts only, judged by
 * whoever reads them. Times are in milliseconds, with a fraction.
 */
export interface UpstreamFacts {
  readonly target: UpstreamTarget;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly ms: number;
  readonly name: NameFacts;
  /** One for each address that was tried; the first that took the connection is looked at further. */
  readonly connections: readonly ConnectionFacts[];
  /** What comes back to a plain HTTP request, whatever the protocol of the Service is. */
  readonly plain?: Exchange;
  /** The first has the name that Kong sends; then without a name, with a foreign one, of one version each. */
  readonly handshakes: readonly Handshake[];
  /** The request as Kong would send it, one after another. */
  readonly exchanges: readonly Exchange[];
  readonly idle?: IdleFacts;
  /** What comes back to the opening of HTTP/2 without TLS. */
  readonly http2?: Exchange;
  readonly websocket?: Exchange;
  /** The same request by way of the gateway. */
  readonly throughGateway?: Exchange;
  /** Steps for which the time for the whole was over. */
  readonly leftOut: readonly string[];
}

export interface UpstreamTarget {
  /** Of the Service: `http`, `https`, `grpc`, `grpcs`, `ws`, `wss`, `tcp`, `tls`. */
  readonly protocol: string;
  readonly host: string;
  readonly port: number;
  readonly method: 'GET' | 'HEAD' | 'OPTIONS';
  /** Request target with its query. */
  readonly path: string;
  /** The Host header that Kong would send. */
  readonly hostHeader: string;
  /** The name in TLS; undefined where Kong sends none. */
  readonly servername: string | undefined;
  /** Milliseconds. */
  readonly connectTimeout: number;
  readonly readTimeout: number;
}

export interface NameFacts {
  readonly ms: number;
  /** Where the addresses are from; `search`: the name that was found has a domain of resolv.conf behind it. */
  readonly source: 'literal' | 'hosts' | 'name server' | 'none';
  readonly asked: readonly NameQuestion[];
  readonly addresses: readonly string[];
  /** An SRV record names the port too, and Kong then uses that one. */
  readonly srvPort?: number;
}

export interface NameQuestion {
  readonly name: string;
  readonly type: 'SRV' | 'A' | 'AAAA' | 'CNAME';
  readonly ms: number;
  /** `192.0.2.7`, `10 60 8080 a.example` */
  readonly answers: readonly string[];
  /** Seconds; the shortest of the answers. */
  readonly ttl?: number;
  /** Of the runtime: `ENOTFOUND`, `ENODATA`, `ESERVFAIL`, `EREFUSED`, `ETIMEOUT`. */
  readonly failure?: string;
}

export interface ConnectionFacts {
  readonly address: string;
  readonly port: number;
  readonly ms: number;
  /** Of the runtime: `ECONNREFUSED`; `timeout` when nobody took it within connect_timeout. */
  readonly failure?: string;
  /** Why it was not asked at all. */
  readonly refused?: Problem;
}

export interface Handshake {
  readonly kind: 'own-name' | 'no-name' | 'foreign-name' | 'tls-1.2' | 'tls-1.3' | 'client-certificate';
  readonly servername?: string;
  readonly ms: number;
  readonly version?: string;
  readonly cipher?: string;
  /** What the server chose of `h2` and `http/1.1`. */
  readonly alpn?: string;
  readonly chain: readonly PeerCertificate[];
  /** Why the usual authorities do not vouch for it: `CERT_HAS_EXPIRED`; undefined where they do. */
  readonly distrust?: string;
  /** Of the runtime: `ECONNRESET`, `ERR_SSL_WRONG_VERSION_NUMBER`, `timeout`, `closed`. */
  readonly failure?: string;
}

/** A request and the octets that came back. */
export interface Exchange {
  /** It went over TLS. */
  readonly secure: boolean;
  readonly method: string;
  /** From the last octet of the request to the first of the answer. */
  readonly firstOctetMs?: number;
  /** The longest silence after that. */
  readonly longestGapMs: number;
  readonly ms: number;
  /** The beginning of the answer, at most 64 KiB: one character for each octet. */
  readonly start: string;
  readonly octets: number;
  readonly end: 'complete' | 'closed' | 'reset' | 'silent' | 'too long' | 'failed';
  /** Of the runtime, where it was an error. */
  readonly failure?: string;
  /** Of an HTTP/1 answer, as far as it could be read. */
  readonly answer?: AnswerFraming;
}

export interface AnswerFraming {
  /** As it came: `HTTP/1.1 200 OK`. */
  readonly statusLine: string;
  readonly status: number;
  /** As they came, names and values; a line without a colon is a name with an undefined value. */
  readonly headers: readonly (readonly [name: string, value: string | undefined])[];
  /** From the status line through the empty line; undefined where that did not come. */
  readonly headOctets?: number;
  readonly framing: 'length' | 'chunked' | 'until-close' | 'none';
  /** Octets of the body that came, without what frames chunks. */
  readonly bodyOctets: number;
  /** Announced by Content-Length. */
  readonly announced?: number;
  /** The body came to its end; undefined where only the closing could tell. */
  readonly complete?: boolean;
  /** Octets after the end. */
  readonly extraOctets: number;
}

export interface IdleFacts {
  /** How long the connection was left alone after an answer. */
  readonly waitedMs: number;
  /** After which time the server closed it; undefined where it still stood. */
  readonly closedAfterMs?: number;
}
