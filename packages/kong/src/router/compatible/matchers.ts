import type { Crypto } from '@why401/core';
import type { Route } from '../../config/index.ts';
import type { RouterFlavor, Switches } from '../../versions/index.ts';
import { byRank, type Clause, type Matcher } from '../engine/index.ts';
import { parseExpression } from '../expressions/index.ts';
import { type Expression, fieldNamed } from '../predicates/index.ts';
import { type Priorities, priorities, weigh } from './priority.ts';
import { splitRoute } from './split.ts';
import { translate } from './translate.ts';

export interface MatcherOptions {
  readonly flavor: RouterFlavor;
  readonly switches: Switches;
  readonly crypto: Pick<Crypto, 'digest'>;
  /** How the priority of a classic Route is computed. */
  readonly packing: keyof Priorities;
}

/** The matchers of a router in the order in which it tries them. */
export function matchersOf(routes: readonly Route[], options: MatcherOptions): readonly Matcher[] {
  return routes.flatMap((route) => matchersOfRoute(route, options)).sort(byRank);
}

export function matchersOfRoute(route: Route, options: MatcherOptions): readonly Matcher[] {
  const { flavor, switches, crypto, packing } = options;
  const protocols = flavor === 'expressions' ? protocolClause(route, switches) : [];
  if (route.expression !== null) return [expressionMatcher(route, route.expression, protocols, options)];
  return splitRoute(route, switches, crypto).map((part) => ({
    route,
    id: part.id,
    priority: priorities(weigh(part))[packing],
    clauses: [...translate(part, switches), ...protocols],
  }));
}

/** Every expression outranks every classic Route. */
const EXPRESSIONS = 0xffn << 56n;

function expressionMatcher(
  route: Route,
  text: string,
  protocols: readonly Clause[],
  { switches, crypto }: MatcherOptions,
): Matcher {
  const parsed = parseExpression(text, switches);
  const terms: readonly Clause[] = parsed.ok
    ? parsed.terms.map((term) => ({ attribute: 'expression', ...term }))
    : [{ attribute: 'expression', expression: unread(parsed.message) }];
  const id = splitRoute({ ...route, paths: null }, switches, crypto)[0]?.id ?? '';
  return { route, id, priority: EXPRESSIONS | BigInt(Math.trunc(route.priority)), clauses: [...terms, ...protocols] };
}

const unread = (message: string): Expression => ({
  kind: 'doubt',
  doubt: { attribute: 'expression', why: `cannot be read (${message})` },
});

const ALONE: ReadonlySet<string> = new Set(['https', 'tls', 'tls_passthrough']);
const OVER: Readonly<Record<string, string>> = { grpc: 'http', grpcs: 'https' };

/** A Route of https alone takes http as well: it is answered 426 or redirected. */
function protocolClause({ protocols }: Route, switches: Switches): readonly Clause[] {
  const [only] = protocols;
  const field = fieldNamed('net.protocol', switches);
  if (only === undefined || field === undefined || (protocols.length === 1 && ALONE.has(only))) return [];
  const of = protocols.map(
    (protocol): Expression => ({
      kind: 'text',
      field,
      operator: '==',
      value: OVER[protocol] ?? protocol,
      some: false,
      lower: false,
    }),
  );
  return [{ attribute: 'protocols', expression: { kind: 'any', of } }];
}
