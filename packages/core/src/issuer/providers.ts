/** Where a provider's issuer names the customer: a label of the host, or a segment of the path. */
export interface ProviderShape {
  readonly host: RegExp;
  /** Label from the left, 0-based, and what it is called. */
  readonly label?: readonly [index: number, word: string];
  /** Segment 0-based, and what it is called. */
  readonly segments?: readonly (readonly [index: number, word: string])[];
}

export const PROVIDERS: readonly ProviderShape[] = [
  {
    host: /^(login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net|login\.windows\.net|sts\.chinacloudapi\.cn)$/,
    segments: [[0, 'tenant']],
  },
  {
    host: /\.b2clogin\.com$/,
    label: [0, 'tenant'],
    segments: [
      [0, 'tenant'],
      [1, 'policy'],
    ],
  },
  { host: /\.ciamlogin\.com$/, label: [0, 'tenant'], segments: [[0, 'tenant']] },
  { host: /\.auth0\.com$/, label: [0, 'tenant'] },
  { host: /\.(okta|oktapreview|okta-emea)\.com$/, label: [0, 'organisation'], segments: [[1, 'authorization server']] },
  { host: /^auth\.pingone\.[a-z.]+$/, segments: [[0, 'environment']] },
  { host: /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/, label: [1, 'region'], segments: [[0, 'user pool']] },
  { host: /^securetoken\.google\.com$/, segments: [[0, 'project']] },
  { host: /\.onelogin\.com$/, label: [0, 'organisation'] },
  { host: /\.projects\.oryapis\.com$/, label: [0, 'project'] },
  { host: /\.identity\.konghq\.com$/, label: [0, 'authorization server'] },
  { host: /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com$/, label: [2, 'region'], segments: [[1, 'cluster']] },
  { host: /^api\.asgardeo\.io$/, segments: [[1, 'organisation']] },
  { host: /^oidc\.circleci\.com$/, segments: [[1, 'organisation']] },
];

/** Host suffixes that one provider uses beside each other. */
export const ALIASES: readonly (readonly string[])[] = [
  ['okta.com', 'oktapreview.com', 'okta-emea.com'],
  ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'b2clogin.com', 'ciamlogin.com'],
  ['login.salesforce.com', 'test.salesforce.com', 'my.salesforce.com', 'api.salesforce.com'],
  ['auth.amazoncognito.com', 'amazoncognito.com', 'amazonaws.com'],
  ['kubernetes.default.svc', 'kubernetes.default.svc.cluster.local', 'kubernetes.default'],
];

/** Entra: host of the v1 issuer, host of the v2 issuer. */
export const ENTRA_VERSIONS: readonly (readonly [v1: string, v2: string])[] = [
  ['sts.windows.net', 'login.microsoftonline.com'],
  ['sts.windows.net', 'login.microsoftonline.us'],
  ['sts.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
];

export const ANY_TENANT: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isGuid = (text: string): boolean => GUID.test(text);

/** `{tenantid}`, `<realm>`, `${ISSUER}`, `%TENANT%`, `$TENANT`, `:realm`, also with its braces percent-encoded. */
export const isPlaceholder = (text: string): boolean =>
  /^(\$?\{+[^{}]+\}+|<[^<>]+>|%[A-Z_]{2,}%|\$[A-Z_]{2,}|%7B.+%7D|\[[A-Za-z _-]+\])$/i.test(text) &&
  !/^%[0-9a-f]{2}%/i.test(text);

export const isLoopback = (host: string): boolean =>
  /^(localhost|127(\.\d{1,3}){1,3}|\[::1\]|host\.docker\.internal)$/i.test(host);

/** The word for a segment or label, where it names a customer of the provider of both hosts. */
export function tenantWord(hosts: readonly string[], position: 'label' | 'segment', index: number): string | undefined {
  for (const { host, label, segments } of PROVIDERS) {
    if (!hosts.every((one) => host.test(one))) continue;
    if (position === 'label' && label?.[0] === index) return label[1];
    const segment = position === 'segment' ? segments?.find(([at]) => at === index) : undefined;
    if (segment) return segment[1];
  }
  return undefined;
}
