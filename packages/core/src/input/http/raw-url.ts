/** A URL in its raw pieces: nothing is decoded, lower-cased or filled in. */
export interface RawUrl {
  readonly scheme: 'http' | 'https' | undefined;
  readonly userinfo: string | undefined;
  readonly host: string | undefined;
  readonly port: number | undefined;
  /** Path and query, `/` where there is no path; the fragment is never sent. */
  readonly target: string;
  readonly fragment: string | undefined;
}

const SCHEME = /^(https?):\/\//i;
const PORT = /^(.*):([0-9]{1,5})$/s;

/** `base` is taken for what has no scheme: curl reads `host/path` as `http://host/path`. */
export function splitUrl(url: string): RawUrl {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase() as 'http' | 'https' | undefined;
  const rest = scheme === undefined ? url : url.slice(scheme.length + 3);
  const hash = rest.indexOf('#');
  const sent = hash < 0 ? rest : rest.slice(0, hash);
  const fragment = hash < 0 ? undefined : rest.slice(hash + 1);
  const end = firstOf(sent, '/?');
  const authority = sent.slice(0, end);
  const at = authority.lastIndexOf('@');
  const hostPort = authority.slice(at + 1);
  const [, host, port] = PORT.exec(hostPort) ?? [undefined, hostPort, undefined];
  const target = sent.slice(end);
  return {
    scheme,
    userinfo: at < 0 ? undefined : authority.slice(0, at),
    host: host === '' ? undefined : host,
    port: port === undefined ? undefined : Number(port),
    target: target.startsWith('/') ? target : `/${target}`,
    fragment,
  };
}

function firstOf(text: string, characters: string): number {
  for (let i = 0; i < text.length; i++) if (characters.includes(text[i] as string)) return i;
  return text.length;
}

/** Takes `.` and `..` out of the path (RFC 3986 §5.2.4), as curl and browsers do before they send. */
export function withoutDotSegments(target: string): string {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  if (!/\/\.\.?(?:\/|$)/.test(path)) return target;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment !== '.' && segment !== '..') kept.push(segment);
    else if (isLast) kept.push('');
  });
  return `/${kept.join('/')}${query < 0 ? '' : target.slice(query)}`;
}

/** A raw pair of a query or form; names and values are still encoded. */
export interface RawPair {
  readonly name: string;
  readonly value: string;
}

export function splitPairs(text: string): readonly RawPair[] {
  if (text === '') return [];
  return text.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0 ? { name: pair, value: '' } : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
  });
}

export function queryOf(target: string): string {
  const query = target.indexOf('?');
  return query < 0 ? '' : target.slice(query + 1);
}

/** Undoes percent-encoding and `+`; what is not valid stays as it is. */
export function percentDecode(text: string, plusIsBlank = true): string {
  const spaced = plusIsBlank ? text.replaceAll('+', ' ') : text;
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}
