import type { LbLine } from '../../record/index.ts';
import { signatureOf } from '../../tables/lines/index.ts';
import type { LbReading } from '../model.ts';

type Own = LbReading['own'];

/** Signatures of nginx's error.log, where nginx is the balancer and the upstream is what stands behind it. */
const NGINX: Readonly<Record<string, Own>> = {
  'U-REFUSED': 'no-backend',
  'U-RST-CONN': 'no-backend',
  'U-UNREACH': 'no-backend',
  'U-PORTS': 'no-backend',
  'U-TO-CONN': 'no-backend',
  'D-NGINX': 'no-backend',
  'U-TO-HEAD': 'timeout',
  'U-TO-SEND': 'timeout',
  'U-TO-TLS': 'timeout',
  'U-FIN-HEAD': 'bad-gateway',
  'U-RST-HEAD': 'bad-gateway',
  'U-EPIPE': 'bad-gateway',
  'U-BIGHDR': 'bad-gateway',
  'U-BADHDR': 'invalid-header',
  'U-CLTE': 'bad-gateway',
  'U-DUPHDR': 'bad-gateway',
  'U-BADCL': 'bad-gateway',
  'U-UNKTE': 'bad-gateway',
  'U-NOHTTP': 'not-http',
  'T-PLAIN': 'tls-to-plain',
  'T-CLOSED': 'bad-gateway',
  'T-ALERT': 'bad-gateway',
  'T-LOCAL': 'bad-gateway',
  'T-VERIFY': 'bad-gateway',
  'T-NAME': 'bad-gateway',
  'T-MTLS13': 'bad-gateway',
  'C-413': 'too-large',
  'C-499': 'client-left',
  'C-TIMEOUT': 'slow-client',
  'C-HDR': 'malformed',
  'C-URI': 'malformed',
  'C-CHUNK': 'malformed',
  'C-SYNTAX': 'malformed',
  'C-PLAINTLS': 'plain-to-tls',
  'C-NOCERT': 'certificate-required',
};

/** Messages of nginx's own rules (nginx 1.22: limit_req, access, auth_basic, ModSecurity's connector). */
const NGINX_RULES: readonly (readonly [RegExp, Own])[] = [
  [/no live upstreams/, 'no-backend'],
  [/limiting (?:requests|connections)(?!, dry run)/, 'rate-limited'],
  [/access forbidden by rule/, 'denied'],
  [/no user\/password was provided|user "[^"]*"(?::| was)|password mismatch/, 'auth-required'],
  [/ModSecurity: Access denied/, 'waf'],
];

/** Messages of Apache's modules (httpd 2.4), the code first. */
const APACHE: readonly (readonly [RegExp, Own])[] = [
  [/AH00957|AH01114|AH00940|AH00898: DNS|AH01167/, 'no-backend'],
  [/\(70007\)[\s\S]*AH0110[26]|AH01102[\s\S]*timeout|AH01102[\s\S]*\(70007\)/, 'timeout'],
  [/AH02429/, 'invalid-header'],
  [/AH01102|AH01106|AH10404|AH10124|AH01110/, 'bad-gateway'],
  [/AH0163[0-2]|AH01797/, 'denied'],
  [/AH01617|AH01618|AH01614/, 'auth-required'],
  [/AH01587|AH00588|request body exceeds/i, 'too-large'],
  [/ModSecurity: Access denied/, 'waf'],
];

/** Messages of Go's net/http and of Caddy's proxy, which Traefik quotes too. */
const GO: readonly (readonly [RegExp, Own])[] = [
  [/request body too large|HTTP 413/, 'too-large'],
  [/dial tcp|no upstreams available|connection refused|no such host|no route to host/, 'no-backend'],
  [/timeout awaiting response headers|i\/o timeout|deadline exceeded/, 'timeout'],
  [/server gave HTTP response to HTTPS client/, 'tls-to-plain'],
  [/context canceled/, 'client-left'],
  [/invalid header field/, 'invalid-header'],
  [/\bEOF\b|connection reset|malformed|transport connection broken|tls:/, 'bad-gateway'],
];

/** Follows another message of Apache and repeats it without its cause. */
export const isEcho = ({ code, message }: LbLine): boolean =>
  code === 'AH00898' && /Error reading from remote server/.test(message ?? '');

const HAPROXY: readonly (readonly [RegExp, Own])[] = [[/^(?!.*SSL).*has no server available/, 'no-backend']];

const BY_PRODUCT: Readonly<Partial<Record<LbLine['product'], readonly (readonly [RegExp, Own])[]>>> = {
  apache: APACHE,
  haproxy: HAPROXY,
  caddy: GO,
  traefik: GO,
};

/** What a message of a balancer's error log says became of the request; undefined where it says nothing. */
export function messageMeaning(line: LbLine): Own | undefined {
  const text = `${line.code ?? ''} ${line.message ?? ''} ${line.raw}`;
  if (line.error !== null) {
    const code = signatureOf(line.error.message)?.signature.code;
    const known = code === undefined ? undefined : NGINX[code];
    return known ?? NGINX_RULES.find(([pattern]) => pattern.test(text))?.[1];
  }
  const rules = BY_PRODUCT[line.product] ?? NGINX_RULES;
  return rules.find(([pattern]) => pattern.test(text))?.[1];
}

/** Letters of Envoy's `%RESPONSE_FLAGS%` (Envoy 1.31 documentation: access log). */
const ENVOY: Readonly<Record<string, Own>> = {
  UH: 'no-backend',
  UF: 'no-backend',
  UO: 'no-backend',
  LH: 'no-backend',
  UC: 'bad-gateway',
  UR: 'bad-gateway',
  LR: 'bad-gateway',
  UPE: 'bad-gateway',
  URX: 'bad-gateway',
  UT: 'timeout',
  SI: 'timeout',
  DT: 'timeout',
  UMSDR: 'timeout',
  NR: 'unknown-host',
  NC: 'unknown-host',
  RL: 'rate-limited',
  RLSE: 'rate-limited',
  UAEX: 'denied',
  IH: 'malformed',
  DPE: 'malformed',
  DC: 'client-left',
};

export function envoyMeaning(flags: string): Own | undefined {
  for (const flag of flags.split(',')) if (Object.hasOwn(ENVOY, flag)) return ENVOY[flag];
  return undefined;
}
