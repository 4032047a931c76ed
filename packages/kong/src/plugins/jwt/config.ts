import type { Plugin } from '../../config/index.ts';

/** Fields of the plugin as its schema reads them: defaults filled in, texts as byte strings; `null` where written so or unset. */
export interface JwtConfig {
  readonly uri_param_names: readonly string[] | null;
  readonly cookie_names: readonly string[] | null;
  readonly header_names: readonly string[] | null;
  readonly key_claim_name: string | null;
  readonly secret_is_base64: boolean;
  /** `exp`, `nbf` */
  readonly claims_to_verify: readonly string[] | null;
  /** Id or username of a consumer. */
  readonly anonymous: string | null;
  readonly run_on_preflight: boolean;
  /** Seconds; 0 is off. */
  readonly maximum_expiration: number | null;
  readonly realm: string | null;
}

const UNSET: JwtConfig = {
  uri_param_names: null,
  cookie_names: null,
  header_names: null,
  key_claim_name: null,
  secret_is_base64: false,
  claims_to_verify: null,
  anonymous: null,
  run_on_preflight: true,
  maximum_expiration: null,
  realm: null,
};

const made = new WeakMap<Plugin, JwtConfig>();

/** The schema has judged the fields when the configuration was loaded; a field that a version does not have is unset. */
export function configOf(plugin: Plugin): JwtConfig {
  const known = made.get(plugin);
  if (known !== undefined) return known;
  const config = { ...UNSET, ...(plugin.config as Partial<JwtConfig>) };
  made.set(plugin, config);
  return config;
}
