import type { Expression } from '../predicates/index.ts';
import type { Clause } from './model.ts';

/** A text that a field has to equal, begin with or end with. */
export interface Key {
  readonly how: '==' | '^=' | '=^';
  readonly text: string;
}

/** Necessary conditions of a matcher, each an or-list; absent where there is none of the kind. */
export interface Keys {
  readonly hosts?: readonly Key[] | undefined;
  readonly paths?: readonly Key[] | undefined;
  readonly methods?: readonly Key[] | undefined;
}

/** A shorter beginning than this selects nothing. */
const SHORTEST = 1;

export function keysOf(clauses: readonly Clause[]): Keys {
  const found: { -readonly [name in keyof Keys]: Keys[name] } = {};
  for (const expression of clauses.flatMap(({ expression: one }) => terms(one))) {
    found.hosts ??= listOf(expression, 'http.host');
    found.paths ??= listOf(expression, 'http.path');
    found.methods ??= listOf(expression, 'http.method');
  }
  return found;
}

const terms = (expression: Expression): readonly Expression[] =>
  expression.kind === 'all' ? expression.of.flatMap(terms) : [expression];

/** The keys of an or-list on that field alone; of a conjunction in it the first operand that has one. */
function listOf(expression: Expression, name: string): readonly Key[] | undefined {
  if (expression.kind === 'any') {
    const lists = expression.of.map((one) => listOf(one, name));
    return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
  }
  if (expression.kind === 'all') {
    for (const one of expression.of) {
      const list = listOf(one, name);
      if (list !== undefined) return list;
    }
    return undefined;
  }
  const key = keyOf(expression, name);
  return key === undefined ? undefined : [key];
}

function keyOf(expression: Expression, name: string): Key | undefined {
  if (expression.kind !== 'text' && expression.kind !== 'pattern') return undefined;
  if (expression.field.name !== name || expression.lower) return undefined;
  if (expression.kind === 'pattern') {
    const { literal } = expression.pattern;
    return literal.length >= SHORTEST ? { how: '^=', text: literal } : undefined;
  }
  const { operator: how, value: text } = expression;
  return how === '==' || how === '^=' || how === '=^' ? { how, text } : undefined;
}
