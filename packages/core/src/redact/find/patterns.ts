import { type Finding, REDACTED } from '../model.ts';

const HEADERS =
  'authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|apikey|x-auth-token|x-amz-security-token|kong-admin-token';
const PARAMETERS =
  'jwt|access_token|id_token|id_token_hint|refresh_token|token|client_secret|client_assertion|assertion|code|password|secret|api_?key|signature|sig|samlresponse';
const MEMBERS =
  'secret|client_secret|client_jwk|password|passphrase|passwd|private_key|rsa_private_key|session_secret|hmac_secret|api_?key|access_token|id_token|refresh_token';

const SCHEMES = '(?:bearer|basic|dpop|negotiate|digest)';

interface Pattern {
  readonly expression: RegExp;
  /** The group that holds what must go. */
  readonly group: number;
}

/** Values that are secret because of the name in front of them. */
const PATTERNS: readonly Pattern[] = [
  // A header line; the scheme's name may stay. In quotes (curl) it ends with the quote.
  {
    expression: new RegExp(`(["'])(?:${HEADERS})[ \\t]*:[ \\t]*(?:${SCHEMES}[ \\t]+)?((?:(?!\\1)[^\\r\\n])+)`, 'gi'),
    group: 2,
  },
  {
    expression: new RegExp(`(?<![\\w"'-])(?:${HEADERS})[ \\t]*:[ \\t]*(?:${SCHEMES}[ \\t]+)?([^\\r\\n]+)`, 'gi'),
    group: 1,
  },
  // {"name": "Authorization", "value": "…"} as HAR has it.
  {
    expression: new RegExp(
      `"name"\\s*:\\s*"(?:${HEADERS}|${PARAMETERS})"\\s*,\\s*"value"\\s*:\\s*"((?:[^"\\\\]|\\\\.)+)`,
      'gi',
    ),
    group: 1,
  },
  { expression: new RegExp(`(?<![\\w-])(?:${PARAMETERS})=([^&#\\s"'<>]+)`, 'gi'), group: 1 },
  {
    expression: new RegExp(
      `(?<![\\w-])["']?(?:${MEMBERS}|${HEADERS})["']?[ \\t]*[:=][ \\t]*"((?:[^"\\\\\\r\\n]|\\\\.)+)`,
      'gi',
    ),
    group: 1,
  },
  {
    expression: new RegExp(`(?<![\\w-])["']?(?:${MEMBERS}|${HEADERS})["']?[ \\t]*[:=][ \\t]*'([^'\\r\\n]+)`, 'gi'),
    group: 1,
  },
  {
    expression: new RegExp(
      `(?<![\\w-])["']?(?:${MEMBERS})["']?[ \\t]*[:=][ \\t]*([^\\s"',;{}[\\]<>&][^\\s"',;}\\]&]*)`,
      'gi',
    ),
    group: 1,
  },
  // Private members of a JWK (RFC 7518 §6.2.2, §6.3.2, §6.4.1).
  { expression: /"(?:d|p|q|dp|dq|qi|k|priv)"\s*:\s*"([A-Za-z0-9_+/=-]{16,})/g, group: 1 },
  { expression: /(?<=:\/\/)([^\s/?#@"'<>]+)(?=@)/g, group: 1 },
];

export function findNamed(text: string): readonly Finding[] {
  return PATTERNS.flatMap(({ expression, group }) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const value = match[group] ?? '';
      const to = match.index + match[0].length;
      return isMask(value) ? [] : [{ from: to - value.length, to, mask: REDACTED }];
    }),
  );
}

const isMask = (value: string): boolean => value === '' || /^(?:\[redacted\]|\[hidden\]|<[^<>]*>)["'.,;]?$/.test(value);
