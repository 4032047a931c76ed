import type { AuthState } from '../authentication.ts';
import type { Refusal } from '../pipeline.ts';

export interface HmacAuthConfig {
  readonly hide_credentials: boolean;
  /** Seconds. */
  readonly clock_skew: number;
  readonly validate_request_body: boolean;
  readonly enforce_headers: readonly string[] | null;
  readonly algorithms: readonly string[];
  readonly anonymous: string | null;
  readonly realm: string | null;
}

export const UNSET: HmacAuthConfig = {
  hide_credentials: false,
  clock_skew: 300,
  validate_request_body: false,
  enforce_headers: [],
  algorithms: ['hmac-sha1', 'hmac-sha256', 'hmac-sha384', 'hmac-sha512'],
  anonymous: null,
  realm: null,
};

/** Parameters of the header, as sent. */
export interface HmacParameters {
  readonly username: string;
  readonly algorithm: string;
  readonly headers: readonly string[];
  readonly signature: string;
}

export interface HmacAuthState extends AuthState {
  readonly config: HmacAuthConfig;
  parameters?: HmacParameters;
}

export const CANNOT_BE_VERIFIED = 'HMAC signature cannot be verified';
export const DOES_NOT_MATCH = 'HMAC signature does not match';

/** 401; a challenge from 3.8 on. */
export function unauthorized({ config, exchange }: HmacAuthState, message: string): Refusal {
  const base = { kind: 'error', status: 401, message } as const;
  if (!exchange.release.switches.wwwAuthenticate) return base;
  return { ...base, headers: [['www-authenticate', config.realm === null ? 'hmac' : `hmac realm="${config.realm}"`]] };
}
