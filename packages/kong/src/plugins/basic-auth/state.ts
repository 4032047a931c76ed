import type { AuthState } from '../authentication.ts';
import type { Refusal } from '../pipeline.ts';

export interface BasicAuthConfig {
  readonly hide_credentials: boolean;
  readonly anonymous: string | null;
  readonly realm: string | null;
}

export const UNSET: BasicAuthConfig = { hide_credentials: false, anonymous: null, realm: null };

export interface BasicAuthState extends AuthState {
  readonly config: BasicAuthConfig;
  username?: string;
  password?: string;
}

/** 401. Before 3.6 only a missing header was challenged, and what was wrong had a text of its own. */
export function unauthorized({ config, exchange }: BasicAuthState, missing: boolean): Refusal {
  const { basicAuthChallenges } = exchange.release.switches;
  const realm = basicAuthChallenges ? (config.realm ?? 'service') : 'kong';
  const message = missing || basicAuthChallenges ? 'Unauthorized' : 'Invalid authentication credentials';
  const challenged = missing || basicAuthChallenges;
  return {
    kind: 'error',
    status: 401,
    message,
    ...(challenged && { headers: [['www-authenticate', `Basic realm="${realm}"`]] }),
  };
}
