/** Where in the life of a request a line of error.log is written. */
export type LineGroup = 'upstream' | 'upstream-tls' | 'grpc' | 'dns' | 'balancer' | 'client' | 'lua' | 'saturation';

/** One signature of `reference §3.1`: what a message of error.log looks like, and what to call it. */
export interface LineSignature {
  /** `U-TO-HEAD` */
  readonly code: string;
  readonly group: LineGroup;
  readonly pattern: RegExp;
  /** The function of nginx or the file of Kong that writes it, or that it was recorded. */
  readonly source: string;
  /** A real line, which the test holds the pattern against. */
  readonly example: string;
}
