/** Texts of the expressions router, as the controller writes them (KIC `internal/dataplane/translator/atc@v3.5.9`). Empty: matches all. */
const joined = (parts: readonly string[], operator: string): string => {
  const [first = '', ...others] = parts.filter((part) => part !== '');
  return others.length === 0 ? first : [first, ...others].map((part) => `(${part})`).join(` ${operator} `);
};

export const allOf = (parts: readonly string[]): string => joined(parts, '&&');

export const anyOf = (parts: readonly string[]): string => joined(parts, '||');

export type Operator = '==' | '^=' | '=^' | '~';

export const predicate = (field: string, operator: Operator, value: string): string =>
  `${field} ${operator} "${value.replace(/[\\"\n\r\t]/g, (letter) => ESCAPES[letter] ?? letter)}"`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export const onPath = (operator: Operator, value: string): string => predicate('http.path', operator, value);

/** The path itself and what is below it; `/` is everything. */
export const belowPath = (path: string): string =>
  path === '/' ? onPath('^=', '/') : anyOf([onPath('==', path), onPath('^=', `${path}/`)]);

/** A regular expression holds for the beginning of the path. */
export const pathPattern = (pattern: string): string => onPath('~', pattern.startsWith('^') ? pattern : `^${pattern}`);

export const headerField = (name: string): string => `http.headers.${name.toLowerCase().replaceAll('-', '_')}`;

export const onHosts = (hosts: readonly string[]): string =>
  anyOf(
    hosts.map((host) =>
      host.startsWith('*') ? predicate('http.host', '=^', host.slice(1)) : predicate('http.host', '==', host),
    ),
  );

export const onSnis = (snis: readonly string[]): string => anyOf(snis.map((sni) => predicate('tls.sni', '==', sni)));

export const onMethods = (methods: readonly string[]): string =>
  anyOf(methods.map((method) => predicate('http.method', '==', method)));
