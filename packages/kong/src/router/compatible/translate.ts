import { isUnknown, type Route } from '../../config/index.ts';
import type { Switches } from '../../versions/index.ts';
import { asciiLower } from '../../wire/index.ts';
import type { Clause } from '../engine/index.ts';
import { splitHostPort } from '../host.ts';
import {
  type Expression,
  type Field,
  fieldNamed,
  readAddress,
  readNetwork,
  type TextOperator,
} from '../predicates/index.ts';
import { compilePattern } from '../regex/index.ts';
import { isMarked, type Part } from './split.ts';

/** The attributes of a classic Route as ATC's matching language has them, in Kong's order. */
export function translate(part: Part, switches: Switches): readonly Clause[] {
  const { route } = part;
  const field = (name: string): Field => fieldNamed(name, switches) ?? unknownField(name);
  const clauses: (Clause | undefined)[] = [
    snis(route, field),
    nets('sources', 'net.src', route.sources, field),
    nets('destinations', 'net.dst', route.destinations, field),
    list('methods', route.methods, (value) => text(field('http.method'), '==', value)),
    list('hosts', route.hosts, (host) => hostTest(host, field, switches)),
    list('paths', part.paths, (path, i) => pathTest(path, part.entries[i] ?? i, field)),
    ...headerClauses(route, field),
  ];
  return clauses.filter((clause) => clause !== undefined);
}

const unknownField = (name: string): Field => ({ name, kind: 'text', read: () => [] });

const text = (field: Field, operator: TextOperator, value: string, more: { entry?: number } = {}): Expression => ({
  kind: 'text',
  field,
  operator,
  value,
  some: false,
  lower: false,
  ...more,
});

function list(
  attribute: string,
  values: readonly string[] | null,
  test: (value: string, index: number) => Expression,
): Clause | undefined {
  if (values === null || values.length === 0) return undefined;
  const of = values.map((value, i) => (isUnknown(value) ? notInFile(attribute) : test(value, i)));
  return { attribute, expression: anyOf(of) };
}

const anyOf = (of: readonly Expression[]): Expression => (of.length === 1 && of[0] ? of[0] : { kind: 'any', of });

const notInFile = (attribute: string): Expression => ({
  kind: 'doubt',
  doubt: { attribute, why: 'is not in the file' },
});

function snis({ snis: names }: Route, field: (name: string) => Field): Clause | undefined {
  const clause = list('snis', names, (name) => {
    const sni = name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
    return wild(field('tls.sni'), sni);
  });
  if (clause === undefined) return undefined;
  const plain = text(field('net.protocol'), '!=', 'https');
  return { attribute: 'snis', expression: { kind: 'any', of: [plain, clause.expression] } };
}

/** A star at either end, or an exact name. */
function wild(field: Field, name: string): Expression {
  if (name.startsWith('*')) return text(field, '=^', name.slice(1));
  return name.endsWith('*') ? text(field, '^=', name.slice(0, -1)) : text(field, '==', name);
}

function hostTest(entry: string, field: (name: string) => Field, switches: Switches): Expression {
  const { host, port } = splitHostPort(entry);
  const test = wild(field('http.host'), host);
  if (port === undefined) return test;
  const name = switches.routerSeesListenerPort ? 'net.dst.port' : 'net.port';
  const ported: Expression = {
    kind: 'number',
    field: field(name),
    operator: '==',
    value: port,
    some: false,
    lower: false,
  };
  return { kind: 'all', of: [test, ported] };
}

function pathTest(path: string, entry: number, field: (name: string) => Field): Expression {
  if (!isMarked(path)) return text(field('http.path'), '^=', path, { entry });
  return patternTest('paths', `^${path.slice(1).replaceAll('?<', '?P<')}`, field('http.path'), { entry });
}

function patternTest(attribute: string, source: string, field: Field, more: object): Expression {
  const compiled = compilePattern('rust', source);
  if (compiled.ok) return { kind: 'pattern', field, pattern: compiled.pattern, some: false, lower: false, ...more };
  const why = `has a pattern that is not modelled (${compiled.what}): ${source}`;
  return { kind: 'doubt', doubt: { attribute, why } };
}

function headerClauses({ headers }: Route, field: (name: string) => Field): readonly Clause[] {
  return Object.entries(headers ?? {}).flatMap(([name, values]) => {
    const header = field(`http.headers.${asciiLower(name).replaceAll('-', '_')}`);
    const clause = list(`headers.${name}`, values, (value) => {
      const how = { some: true, lower: true };
      if (!value.startsWith('~*')) return { ...text(header, '==', asciiLower(value)), ...how } as Expression;
      return patternTest(`headers.${name}`, asciiLower(value.slice(2)), header, how);
    });
    return clause ?? [];
  });
}

function nets(
  attribute: string,
  prefix: string,
  values: readonly unknown[] | null,
  field: (name: string) => Field,
): Clause | undefined {
  if (values === null || values.length === 0) return undefined;
  return { attribute, expression: anyOf(values.map((value) => netTest(attribute, prefix, value, field))) };
}

function netTest(attribute: string, prefix: string, value: unknown, field: (name: string) => Field): Expression {
  const { ip, port } = (value ?? {}) as { readonly ip?: unknown; readonly port?: unknown };
  const of: Expression[] = [];
  const how = { some: false, lower: false };
  if (typeof ip === 'string') {
    const address = ip.includes('/') ? readNetwork(ip) : readAddress(ip);
    if (address === undefined) return notInFile(attribute);
    const operator = 'prefix' in address ? 'in' : '==';
    of.push({ kind: 'address', field: field(`${prefix}.ip`), operator, value: address, ...how });
  }
  if (typeof port === 'number')
    of.push({ kind: 'number', field: field(`${prefix}.port`), operator: '==', value: port, ...how });
  if (of.length === 0) return notInFile(attribute);
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}
