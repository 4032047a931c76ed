export interface CorsConfig {
  readonly origins: readonly string[] | null;
  readonly headers: readonly string[] | null;
  readonly exposed_headers: readonly string[] | null;
  readonly methods: readonly string[] | null;
  /** Seconds. */
  readonly max_age: number | null;
  readonly credentials: boolean;
  readonly private_network: boolean;
  readonly preflight_continue: boolean;
}

export const UNSET: CorsConfig = {
  origins: null,
  headers: null,
  exposed_headers: null,
  methods: null,
  max_age: null,
  credentials: false,
  private_network: false,
  preflight_continue: false,
};
