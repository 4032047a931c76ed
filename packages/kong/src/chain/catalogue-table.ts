/**
 * Plugins that are not modelled, as far as they can change a verdict: when they run and what they may do.
 * Priorities and phases are those of `kong/plugins/<name>/handler.lua@2.8.5` and `@3.9.1`; of Enterprise plugins,
 * those of the documentation.
 */
export interface PluginKind {
  /** Higher runs first. */
  readonly priority: number;
  /** Where it was another one. */
  readonly priorities?: readonly (readonly [until: '2.8' | '3.8', priority: number])[];
  /**
   * What its access phase may do: answer, authenticate or change the request (`decides`), the same for CORS
   * preflights only, add a header of its own to the request, or nothing.
   */
  readonly access: 'decides' | 'preflights' | 'adds-headers' | 'nothing';
  /** What it may do to an answer of Kong's own. */
  readonly response: 'rewrites' | 'adds-headers' | 'nothing';
}

const decides = (priority: number, more: Partial<PluginKind> = {}): PluginKind => ({
  priority,
  access: 'decides',
  response: 'nothing',
  ...more,
});

const observes = (priority: number): PluginKind => ({ priority, access: 'nothing', response: 'nothing' });

const until28 = (priority: number) => ({ priorities: [['2.8', priority]] }) as const;

const FIRST = Number.POSITIVE_INFINITY;

export const CATALOGUE: Readonly<Record<string, PluginKind>> = {
  'pre-function': decides(1_000_000, { ...until28(FIRST), response: 'rewrites' }),
  'app-dynamics': observes(999_999),
  'correlation-id': { priority: 100_001, priorities: [['3.8', 1]], access: 'adds-headers', response: 'adds-headers' },
  zipkin: { priority: 100_000, access: 'adds-headers', response: 'adds-headers' },
  'exit-transformer': { priority: 9999, access: 'nothing', response: 'rewrites' },
  'bot-detection': decides(2500),
  cors: { priority: 2000, access: 'preflights', response: 'adds-headers' },
  'jwe-decrypt': decides(1999),
  session: decides(1900, { response: 'adds-headers' }),
  acme: decides(1705, until28(1007)),
  'oauth2-introspection': decides(1700),
  'mtls-auth': decides(1600),
  degraphql: decides(1500),
  jwt: decides(1450, until28(1005)),
  oauth2: decides(1400, until28(1004)),
  'vault-auth': decides(1350),
  'key-auth-enc': decides(1250),
  'key-auth': decides(1250, until28(1003)),
  'ldap-auth-advanced': decides(1200),
  'ldap-auth': decides(1200, until28(1002)),
  'basic-auth': decides(1100, until28(1001)),
  'openid-connect': decides(1050),
  'hmac-auth': decides(1030, until28(1000)),
  'jwt-signer': decides(1020),
  'ai-mcp-oauth2': decides(1015),
  saml: decides(1010),
  'json-threat-protection': decides(1009),
  'header-cert-auth': decides(1009),
  'xml-threat-protection': decides(1008),
  'injection-protection': decides(1007),
  'request-validator': decides(999),
  'grpc-gateway': decides(998, { response: 'rewrites' }),
  'application-registration': decides(995),
  'ip-restriction': decides(990),
  'konnect-application-auth': decides(960),
  ace: decides(955),
  'request-size-limiting': decides(951),
  acl: decides(950),
  opa: decides(920),
  'rate-limiting-advanced': decides(910),
  'rate-limiting': decides(910, until28(901)),
  'response-ratelimiting': decides(900, { response: 'adds-headers' }),
  'route-by-header': decides(850),
  'oas-validation': decides(840),
  jq: decides(811, { response: 'rewrites' }),
  'request-transformer-advanced': decides(802),
  'request-transformer': decides(801),
  'response-transformer-advanced': { priority: 800, access: 'nothing', response: 'rewrites' },
  'response-transformer': { priority: 800, access: 'nothing', response: 'rewrites' },
  'route-transformer-advanced': decides(780),
  redirect: decides(779),
  'ai-request-transformer': decides(777),
  'ai-prompt-template': decides(773),
  'ai-prompt-decorator': decides(772),
  'ai-prompt-guard': decides(771),
  'ai-proxy': decides(770, { response: 'rewrites' }),
  'ai-response-transformer': decides(768, { response: 'rewrites' }),
  'upstream-oauth': decides(760),
  'standard-webhooks': decides(760),
  'aws-lambda': decides(750),
  'azure-functions': decides(749),
  'upstream-timeout': { priority: 400, access: 'nothing', response: 'nothing' },
  'proxy-cache-advanced': decides(100, { response: 'adds-headers' }),
  'proxy-cache': decides(100, { response: 'adds-headers' }),
  'forward-proxy': decides(50),
  canary: decides(20),
  opentelemetry: { priority: 14, access: 'adds-headers', response: 'adds-headers' },
  prometheus: observes(13),
  'http-log': observes(12),
  statsd: observes(11),
  'statsd-advanced': observes(11),
  datadog: observes(10),
  'file-log': observes(9),
  'udp-log': observes(8),
  'tcp-log': observes(7),
  loggly: observes(6),
  'kafka-log': observes(5),
  syslog: observes(4),
  'grpc-web': decides(3, { response: 'rewrites' }),
  'request-termination': decides(2),
  mocking: decides(-1),
  'post-function': decides(-1000, { response: 'rewrites' }),
};
