import type { AuthState } from '../authentication.ts';
import type { Refusal } from '../pipeline.ts';
import type { KeyAuthConfig } from './config.ts';

export interface KeyAuthState extends AuthState {
  readonly config: KeyAuthConfig;
  key?: string;
}

/** 401, with the challenge of the version. */
export function unauthorized({ config, exchange }: KeyAuthState, message: string): Refusal {
  const base = { kind: 'error', status: 401, message } as const;
  if (!exchange.release.switches.keyAuthChallenges) return base;
  const challenge = config.realm === null ? 'Key' : `Key realm="${config.realm}"`;
  return { ...base, headers: [['www-authenticate', challenge]] };
}
