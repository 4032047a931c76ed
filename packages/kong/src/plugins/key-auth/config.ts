export interface KeyAuthConfig {
  readonly key_names: readonly string[];
  readonly key_in_header: boolean;
  readonly key_in_query: boolean;
  readonly key_in_body: boolean;
  readonly hide_credentials: boolean;
  readonly run_on_preflight: boolean;
  readonly anonymous: string | null;
  readonly realm: string | null;
}

export const UNSET: KeyAuthConfig = {
  key_names: ['apikey'],
  key_in_header: true,
  key_in_query: true,
  key_in_body: false,
  hide_credentials: false,
  run_on_preflight: true,
  anonymous: null,
  realm: null,
};
