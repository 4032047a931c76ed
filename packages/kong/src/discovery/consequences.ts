import type { Basis, FetchStageName, Problem } from '@why401/core';

/** What a gateway of the same network would say to the same failure. */
export interface DiscoveryConsequence {
  readonly plugin: 'openid-connect' | 'jwt';
  /** What its clients get; undefined where the failure does not reach it. */
  readonly status: number | undefined;
  /** The line of error.log, as far as it is known. */
  readonly log: string | undefined;
  readonly note: string;
  readonly basis: readonly Basis[];
}

const DOCS: Basis = { kind: 'kong-docs', ref: 'openid-connect plugin: loading configuration using discovery' };
const ASSUMED: Basis = { kind: 'assumed', ref: 'the words after "failed:" are recorded for other stages only' };
const JWT: Basis = { kind: 'kong-source', ref: 'kong/plugins/jwt/handler.lua@3.9.1' };

/** The end of the line where support articles have recorded it. */
function reasonOf({ stage, code }: { readonly stage: FetchStageName; readonly code: string }): string | undefined {
  if (code.endsWith('-timeout')) return 'timeout';
  if (stage === 'dns') return '[cosocket] DNS resolution failed: …';
  return stage === 'tls' ? 'handshake failed' : undefined;
}

/** Failures of TLS that a gateway sees only when it verifies certificates (`ssl_verify`). */
const SEEN_BY_VERIFYING =
  /^tls-(expired|not-yet-valid|name-mismatch|unknown-ca|self-signed|intermediate-missing|certificate-refused)$/;

/**
 * What Kong makes of an issuer whose document could not be had for this reason. The `jwt` plugin never
 * asks anybody; `openid-connect` goes on with what it has cached, and else answers 401.
 */
export function kongOnDiscovery(
  issuer: string,
  problem: Pick<Problem, 'code'> & { readonly stage: FetchStageName },
): readonly DiscoveryConsequence[] {
  const reason = reasonOf(problem);
  const verifying = SEEN_BY_VERIFYING.test(problem.code)
    ? ' Only with ssl_verify (its default from 3.14 on): up to 3.13 it takes such a certificate unless it was switched on.'
    : '';
  return [
    {
      plugin: 'openid-connect',
      status: 401,
      log: `loading configuration for ${issuer} using discovery failed: ${reason ?? '…'}`,
      note: `It goes on with what it has cached; without that, clients get 401.${verifying}`,
      basis: reason === undefined ? [DOCS, ASSUMED] : [DOCS],
    },
    {
      plugin: 'jwt',
      status: undefined,
      log: undefined,
      note: 'It never asks an issuer: its keys stand in jwt_secrets.',
      basis: [JWT],
    },
  ];
}
