/**
 * What changed in Kong's declarative loader, and in which release. A rule is true from that release on.
 * Sources are files of Kong at the release named; `recorded` means seen on 2.8.5, 3.4.2 and 3.9.1.
 */
export interface LoaderRow {
  readonly since: string;
  readonly source: string;
}

export const LOADER = {
  /** `_format_version: "3.0"` is known. */
  knowsFormat30: { since: '3.0', source: 'db/schema/others/declarative_config.lua@3.0.0, recorded' },
  /** Paths in files of format 1.1 and 2.1 are migrated. */
  migratesPaths: { since: '3.0', source: 'db/declarative/migrations/route_path.lua@3.0.0' },
  /** A path that begins with `~` is a regular expression. */
  tildePaths: { since: '3.0', source: 'db/schema/typedefs.lua@3.0.0, recorded' },
  /** A tag may hold spaces. */
  spacesInTags: { since: '3.0', source: 'db/schema/typedefs.lua@3.0.0' },
  /** `blacklist` and `whitelist` are no longer read as `deny` and `allow`. */
  dropsOldListNames: { since: '3.0', source: 'plugins/acl/schema.lua@3.0.0' },
  /** Plain paths must be in normal form. */
  wantsNormalPaths: { since: '3.1', source: 'db/schema/typedefs.lua@3.1.0' },
  keysAndKeySets: { since: '3.1', source: 'db/schema/entities/keys.lua@3.1.0' },
  /** Plugins have an `instance_name`. */
  instanceName: { since: '3.2', source: 'db/schema/entities/plugins.lua@3.2.0, recorded' },
  /** TLS settings of a service go with protocol tls as well as https. */
  tlsServices: { since: '3.2', source: 'db/schema/entities/services.lua@3.2.0' },
  /** An entity given twice is refused; before, the last one stands. Ids are derived from cache keys first. */
  refusesDuplicates: { since: '3.4', source: 'db/schema/others/declarative_config.lua@3.4.0' },
  filterChains: { since: '3.4', source: 'db/schema/entities/filter_chains.lua@3.4.0' },
  /** acl: `always_use_authenticated_groups`. */
  authenticatedGroups: { since: '3.8', source: 'plugins/acl/schema.lua@3.8.0' },
  /** A doubled id of a nested entity is reported where it stands. */
  placesNestedDuplicates: { since: '3.7', source: 'db/schema/others/declarative_config.lua@3.7.0' },
  /** SNIs of routes may hold wildcards outside the traditional router. */
  wildcardSnis: { since: '3.7', source: 'db/schema/entities/routes.lua@3.7.0, recorded' },
  /** Classic fields are known in the expressions flavor. */
  classicFieldsInExpressions: { since: '3.7', source: 'db/schema/entities/routes.lua@3.7.0, recorded' },
  /** What a route matches on is checked by the router as a whole; expressions know segments, `!` and `net.dst.port`. */
  wholeRouterFields: { since: '3.6', source: 'db/schema/entities/routes.lua@3.6.0, router/fields.lua@3.6.0' },
  /** `http.queries.*` in expressions. */
  routerReadsQueries: { since: '3.4', source: 'CHANGELOG 3.4.1' },
  /** Texts in the router's expressions are written raw: `r#"…"#`. */
  rawRouterTexts: { since: '3.8', source: 'router/transform.lua@3.8.0, recorded' },
  /** Regular expressions are compiled by PCRE2. */
  pcre2: { since: '3.7', source: '.requirements@3.7.0, recorded' },
  /** ES512, PS256, PS384, PS512 and EdDSA. */
  modernAlgorithms: { since: '3.7', source: 'plugins/jwt/daos.lua@3.7.0, recorded' },
  /** `config.realm` of key-auth. */
  keyAuthRealm: { since: '3.7', source: 'plugins/key-auth/schema.lua@3.7.0, recorded' },
  /** `config.realm` of basic-auth. */
  basicAuthRealm: { since: '3.6', source: 'plugins/basic-auth/schema.lua@3.6.0, recorded' },
  /** `config.realm` of hmac-auth. */
  hmacAuthRealm: { since: '3.8', source: 'plugins/hmac-auth/schema.lua@3.8.0, recorded' },
  /** `config.realm` of jwt. */
  jwtRealm: { since: '3.8', source: 'plugins/jwt/schema.lua@3.8.0, recorded' },
  /** rate-limiting: `config.redis` holds the settings that began with `redis_`. */
  redisRecord: { since: '3.6', source: 'plugins/rate-limiting/schema.lua@3.6.0' },
  /** rate-limiting: `error_code`, `error_message`. */
  rateLimitingErrors: { since: '3.1', source: 'plugins/rate-limiting/schema.lua@3.1.0' },
  /** rate-limiting: `sync_rate`. */
  rateLimitingSync: { since: '3.4', source: 'plugins/rate-limiting/schema.lua@3.4.0' },
  /** cors: `private_network`. */
  privateNetwork: { since: '3.5', source: 'plugins/cors/schema.lua@3.5.0' },
  /** Stream protocols are among those of ip-restriction. */
  ipRestrictionStream: { since: '3.4', source: 'plugins/ip-restriction/schema.lua@3.4.0' },
  /** Plugins of a consumer group (Enterprise). */
  groupScopes: { since: '3.4', source: 'documentation of the entity Consumer Group' },
  /** acl: `include_consumer_groups` (Enterprise). */
  aclReadsGroups: { since: '3.6', source: 'documentation of the plugin acl' },
  /** Enterprise and Konnect only: fields and plugins that the source does not show may exist. */
  closedSource: { since: '3.10', source: 'no open-source release after 3.9' },
  /** New routes are https only. */
  httpsOnlyRoutes: { since: '3.14', source: 'breaking changes of 3.14.0.0' },
} as const satisfies Readonly<Record<string, LoaderRow>>;

export type LoaderRule = keyof typeof LOADER;

/** Plugins that an open-source gateway has enabled, by the release that brought them (`kong/constants.lua`). */
export const BUNDLED_PLUGINS: readonly (readonly [since: string, names: string])[] = [
  ['2.8', 'jwt acl correlation-id cors oauth2 tcp-log udp-log file-log http-log key-auth hmac-auth basic-auth'],
  ['2.8', 'ip-restriction request-transformer response-transformer request-size-limiting rate-limiting'],
  ['2.8', 'response-ratelimiting syslog loggly datadog ldap-auth statsd bot-detection aws-lambda'],
  ['2.8', 'request-termination prometheus proxy-cache session acme grpc-gateway grpc-web pre-function'],
  ['2.8', 'post-function azure-functions zipkin'],
  ['3.0', 'opentelemetry'],
  ['3.6', 'ai-proxy ai-prompt-decorator ai-prompt-template ai-prompt-guard'],
  ['3.6', 'ai-request-transformer ai-response-transformer'],
  ['3.8', 'standard-webhooks'],
  ['3.9', 'redirect'],
];
