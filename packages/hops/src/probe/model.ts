import type { Basis, Outcome, UpstreamFacts } from '@why401/core';

export type StepName =
  | 'name'
  | 'connect'
  | 'protocol'
  | 'handshake'
  | 'certificate'
  | 'server-name'
  | 'mtls'
  | 'http'
  | 'host'
  | 'first-octet'
  | 'header-size'
  | 'body'
  | 'idle'
  | 'http2'
  | 'websocket'
  | 'gateway'
  | 'total';

/** What of the Service and of Kong's settings decides about what was seen; times in milliseconds. */
export interface ProbeSetting {
  /** Name of the Service, for the change. */
  readonly service: string;
  readonly retries: number;
  readonly connectTimeout: number;
  readonly readTimeout: number;
  /** Null where the Service does not say: then Kong verifies nothing (Enterprise 3.14 and newer do). */
  readonly tlsVerify: boolean | null;
  /** `nginx_http_proxy_buffer_size` in octets. */
  readonly bufferSize: number;
  /** `upstream_keepalive_idle_timeout` in milliseconds; 0 where connections are not kept. */
  readonly idleTimeout: number;
  /** From 3.6 nginx refuses answers whose framing contradicts itself. */
  readonly strictFraming: boolean;
  /** The load balancer before Kong gives up after this; undefined where nobody said. */
  readonly frontTimeout?: number;
}

/** A change that helps. The first member that is there is the whole of it. */
export interface Fix {
  readonly service?: Readonly<Record<string, string | number | boolean>>;
  /** Of kong.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What somebody else has to do, or what to know beside the change. */
  readonly advice?: string;
}

/** What Kong makes of it: a row of `effects-table.ts`. */
export type EffectCode =
  | 'U-REFUSED'
  | 'U-RST-CONN'
  | 'U-UNREACH'
  | 'U-PORTS'
  | 'U-TO-CONN'
  | 'U-TO-TLS'
  | 'U-TO-HEAD'
  | 'U-TO-BODY'
  | 'U-FIN-HEAD'
  | 'U-FIN-BODY'
  | 'U-RST-HEAD'
  | 'U-BIGHDR'
  | 'U-BADHDR'
  | 'U-NOHTTP'
  | 'U-CLTE'
  | 'U-DUPHDR'
  | 'U-BADCL'
  | 'U-UNKTE'
  | 'U-MORE'
  | 'T-PLAIN'
  | 'T-CLOSED'
  | 'T-ALERT'
  | 'T-LOCAL'
  | 'T-MTLS13'
  | 'T-VERIFY'
  | 'T-NAME'
  | 'G-HTTP1'
  | 'D-NX'
  | 'D-SERV'
  | 'plain-http-page'
  | 'no-certificate-page'
  | 'keepalive-race'
  | 'front-gives-up'
  | 'accepted-silently';

export interface StepSeen {
  readonly outcome: Outcome;
  /** Of a failed step: `warning` where Kong goes on all the same. */
  readonly severity?: 'error' | 'warning';
  readonly ms?: number;
  /** Sentences, the most telling first. */
  readonly evidence: readonly string[];
  readonly effect?: EffectCode;
  readonly fix?: Fix;
}

export interface StepVerdict extends StepSeen {
  readonly step: StepName;
  /** It could not be seen, since this step failed before it. */
  readonly follows?: StepName;
  readonly basis: readonly Basis[];
}

export type Step = (facts: UpstreamFacts, setting: ProbeSetting) => StepSeen;

export const notApplicable = (why: string): StepSeen => ({ outcome: 'not-applicable', evidence: [why] });
export const notSeen = (why: string): StepSeen => ({ outcome: 'unknown', evidence: [why] });
