import type { JwtSecret, Plugin } from '../config/index.ts';
import type { Situation } from './situation.ts';

/** Fields of the jwt plugin as its schema reads them. Byte strings. */
export interface JwtConfig {
  readonly uri_param_names: readonly string[] | null;
  readonly cookie_names: readonly string[] | null;
  readonly header_names: readonly string[] | null;
  readonly key_claim_name: string | null;
  readonly secret_is_base64: boolean;
  readonly claims_to_verify: readonly string[] | null;
  readonly anonymous: string | null;
  readonly run_on_preflight: boolean;
  readonly maximum_expiration: number;
}

/** What the failing check looked at, for the proposals of the `jwt` plugin. */
export interface Sight extends Situation {
  readonly plugin: Plugin;
  readonly config: JwtConfig;
  /** As the plugin read it; undefined before it was found. */
  readonly token: string | undefined;
  /** Undefined before it was found. */
  readonly credential: JwtSecret | undefined;
}
