import type { LoaderRules } from '../../../versions/index.ts';
import { splitAtPort } from './port.ts';

type Fields = Readonly<Record<string, unknown>>;

const STREAMS: ReadonlySet<unknown> = new Set(['tcp', 'udp', 'tls', 'tls_passthrough']);

/** Whether the router takes the schema of streams for a route. */
export const isStream = ({ protocols }: Fields): boolean =>
  STREAMS.has(Array.isArray(protocols) ? protocols[0] : undefined);

/** A part of the generated text that the router may not take: everything else of it always parses. */
export const holdsPattern = ({ paths, headers }: Fields): boolean =>
  texts(paths).some((path) => path.startsWith('~')) ||
  Object.values(tableOf(headers)).some((values) => texts(values).some((value) => value.startsWith('~*')));

/** The expression that Kong makes of the classic fields of a route (`kong/router/transform.lua`, `get_expression`). */
export function routeExpression(route: Fields, rules: LoaderRules): string {
  const quote = rules.rawRouterTexts ? rawText : plainText;
  const quoted = rules.rawRouterTexts ? (text: string) => `r#"${text}"#` : (text: string) => `"${text}"`;
  const list = (field: string, values: unknown, part: (value: string) => readonly [operator: string, value: string]) =>
    texts(values).length === 0
      ? []
      : [
          `(${texts(values)
            .map((value) => `${field} ${part(value)[0]} ${quote(part(value)[1])}`)
            .join(' || ')})`,
        ];
  const snis = list('tls.sni', route['snis'], sni);
  const scheme = isStream(route) ? 'tls' : 'https';
  const clauses = snis.map((clause) => `(net.protocol != ${quoted(scheme)} || ${clause})`);
  for (const [field, prefix] of [
    ['sources', 'net.src'],
    ['destinations', 'net.dst'],
  ] as const)
    clauses.push(...nets(prefix, route[field]));
  if (isStream(route)) return clauses.join(' && ');
  clauses.push(...list('http.method', route['methods'], (method) => ['==', method]));
  const hosts = texts(route['hosts']).map((host) => hostTest(host, quoted, rules));
  if (hosts.length > 0) clauses.push(`(${hosts.join(' || ')})`);
  clauses.push(...list('http.path', route['paths'], path), ...headers(route['headers'], quote, rules));
  return clauses.join(' && ');
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const tableOf = (value: unknown): Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};

const rawText = (text: string): string => (text.includes('"#') ? plainText(text) : `r#"${text}"#`);

const plainText = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function sni(name: string): readonly [string, string] {
  if (name.endsWith('*') && !name.startsWith('*')) return ['^=', name.slice(0, -1)];
  const plain = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
  return plain.startsWith('*') ? ['=^', plain.slice(1)] : ['==', plain];
}

function path(text: string): readonly [string, string] {
  return text.startsWith('~') ? ['~', `^${text.slice(1).replaceAll('?<', '?P<')}`] : ['^=', text];
}

function hostTest(entry: string, quoted: (text: string) => string, rules: LoaderRules): string {
  const { host, port } = splitAtPort(entry);
  const [operator, text] = host.startsWith('*')
    ? ['=^', host.slice(1)]
    : host.endsWith('*')
      ? ['^=', host.slice(0, -1)]
      : ['==', host];
  const test = `http.host ${operator} ${quoted(text)}`;
  return port === undefined ? test : `(${test} && ${rules.wholeRouterFields ? 'net.dst.port' : 'net.port'} == ${port})`;
}

function nets(prefix: string, values: unknown): readonly string[] {
  if (!Array.isArray(values) || values.length === 0) return [];
  const tests = values.map((value) => {
    const { ip, port } = tableOf(value) as { readonly ip?: unknown; readonly port?: unknown };
    const parts = [
      ...(typeof ip === 'string' ? [`${prefix}.ip ${ip.includes('/') ? 'in' : '=='} ${ip}`] : []),
      ...(typeof port === 'number' ? [`${prefix}.port == ${port}`] : []),
    ];
    return parts.length > 1 ? `(${parts.join(' && ')})` : parts.join('');
  });
  return [`(${tests.join(' || ')})`];
}

function headers(value: unknown, quote: (text: string) => string, rules: LoaderRules): readonly string[] {
  return Object.entries(tableOf(value)).map(([name, values]) => {
    const field = `http.headers.${name.replaceAll('-', '_').toLowerCase()}`;
    const left = rules.wholeRouterFields ? `any(lower(${field}))` : `any(${field})`;
    const tests = texts(values).map((one) => {
      const pattern = one.startsWith('~*');
      return `${left} ${pattern ? '~' : '=='} ${quote(asciiLower(pattern ? one.slice(2) : one))}`;
    });
    return `(${tests.join(' || ')})`;
  });
}

const asciiLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
