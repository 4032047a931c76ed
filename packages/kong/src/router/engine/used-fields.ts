import type { Expression, Field } from '../predicates/index.ts';
import type { Matcher } from './model.ts';

/** Every field that some matcher asks for: the router reads these of each request before it matches anything. */
export function usedFields(matchers: readonly Matcher[]): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const { clauses } of matchers) for (const { expression } of clauses) collect(expression, fields);
  return [...fields.values()];
}

function collect(expression: Expression, fields: Map<string, Field>): void {
  if (expression.kind === 'all' || expression.kind === 'any') for (const one of expression.of) collect(one, fields);
  else if (expression.kind === 'not') collect(expression.of, fields);
  else if (expression.kind !== 'doubt') fields.set(expression.field.name, expression.field);
}
