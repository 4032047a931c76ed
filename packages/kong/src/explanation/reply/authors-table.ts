/** How a reply of Kong's is built: one line of JSON, one of the error templates, or neither. */
export type BodyShape = 'compact' | 'template' | 'other';

export interface AuthorRow {
  readonly plugin: string;
  readonly shape?: BodyShape;
  readonly status?: readonly number[];
  /** Text of `message`; for bodies without one, see `members`. */
  readonly message?: RegExp;
  /** Names of the members, all of which are in this list. */
  readonly members?: readonly string[];
  /** `WWW-Authenticate`; `false`: there is none. */
  readonly challenge?: RegExp | false;
  readonly steps?: readonly string[];
}

const jwt = (step: string | readonly string[], message: RegExp, challenge?: RegExp | false): AuthorRow => ({
  plugin: 'jwt',
  shape: 'compact',
  status: [401],
  message,
  steps: typeof step === 'string' ? [step] : step,
  ...(challenge === undefined ? {} : { challenge }),
});

/** First match wins. Texts of the handlers of Kong 2.8.5 to 3.9.1. */
export const AUTHORS: readonly AuthorRow[] = [
  jwt('J11', /^Multiple tokens provided$/),
  jwt('J12', /^Unrecognizable token$/),
  jwt('J20', /^Bad token; invalid JSON$/),
  jwt('J22', /^Bad token; invalid alg$/),
  jwt('J23', /^Bad token; invalid claims$/),
  jwt('J24', /^Bad token; invalid signature$/),
  jwt('J31', /^No mandatory '.*' in claims$/),
  jwt('J32', /^Invalid '.*' in claims$/),
  jwt('J36', /^No credentials found for given '.*'$/),
  jwt('J40', /^Invalid algorithm$/),
  jwt(['J41', 'J42', 'J43'], /^Invalid key\/secret$/),
  jwt('J53', /^Invalid signature$/),
  jwt('J70', /^Could not find consumer for '/, false),
  { plugin: 'jwt', shape: 'compact', status: [401], members: ['exp', 'nbf'], steps: ['J60', 'J61'] },
  jwt('J10', /^Unauthorized$/, /^Bearer\b/),
  { plugin: 'oauth2', shape: 'compact', members: ['error', 'error_description'] },
  { plugin: 'key-auth', message: /^(No API key found in request|Duplicate API key found)$/ },
  { plugin: 'hmac-auth', message: /^HMAC signature / },
  { plugin: 'acl', status: [403], message: /^You cannot consume this service$/ },
  {
    plugin: 'ip-restriction',
    status: [403],
    message: /^(Your IP address is not allowed|IP address not allowed: .*)$/,
  },
  { plugin: 'bot-detection', status: [403], shape: 'template', message: /^Forbidden$/ },
  { plugin: 'bot-detection', status: [400], message: /^Only one User-Agent header allowed$/ },
  { plugin: 'rate-limiting', status: [429], message: /^API rate limit exceeded$/ },
  {
    plugin: 'request-size-limiting',
    status: [411, 413, 417],
    message: /^(Request size limit exceeded|A valid Content-Length header is required)$/,
  },
  { plugin: 'key-auth', shape: 'template', status: [401], challenge: /^Key\b/ },
  { plugin: 'basic-auth', shape: 'template', status: [401], challenge: /^Basic\b/ },
  { plugin: 'hmac-auth', shape: 'template', status: [401], challenge: /^hmac\b/ },
  { plugin: 'ldap-auth', shape: 'template', status: [401], challenge: /^ldap\b/i },
  { plugin: 'acl', shape: 'template', status: [401], message: /^Unauthorized$/, challenge: false },
  { plugin: 'core', status: [404], message: /^no Route matched with those values$/, steps: ['P3'] },
  { plugin: 'core', status: [426], message: /^Please use HTTPS protocol$/, steps: ['P4'] },
  { plugin: 'core', status: [400], message: /^Bad request$/, steps: ['P1'] },
  { plugin: 'core', status: [400, 494], message: /^Request header or cookie too large$/, steps: ['P2'] },
  { plugin: 'core', status: [414], message: /^URI too long$/, steps: ['P2b'] },
  { plugin: 'core', status: [413], message: /^Payload too large$/, steps: ['P2c'] },
  { plugin: 'core', status: [502], message: /^An invalid response was received from the upstream server$/ },
  { plugin: 'core', status: [503], message: /^The upstream server is currently unavailable$/ },
  { plugin: 'core', status: [504], message: /^The upstream server is timing out$/ },
  { plugin: 'request-termination', shape: 'compact', message: /./s, challenge: false },
];
