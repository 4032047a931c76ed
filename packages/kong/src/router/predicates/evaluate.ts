import { fromBytes, toBytes } from '../../wire/index.ts';
import type { Asked } from '../asked.ts';
import { RUNAWAY } from '../regex/index.ts';
import { type Address, contains, equals } from './addresses.ts';
import {
  type AddressTest,
  type Doubt,
  type Expression,
  isDoubt,
  type NumberTest,
  type PatternTest,
  type TextTest,
  type Trail,
  type Truth,
} from './model.ts';

export const newTrail = (): Trail => ({ text: undefined, entry: undefined, captures: undefined });

/**
 * Whether the expression holds. Both connectives stop at the first operand that decides; what true predicates
 * leave behind goes to the trail, that of the last one counts.
 */
export function evaluate(expression: Expression, asked: Asked, trail: Trail): Truth {
  switch (expression.kind) {
    case 'all': {
      let doubt: Doubt | undefined;
      for (const one of expression.of) {
        const truth = evaluate(one, asked, trail);
        if (truth === false) return false;
        if (isDoubt(truth)) doubt ??= truth;
      }
      return doubt ?? true;
    }
    case 'any': {
      let doubt: Doubt | undefined;
      for (const one of expression.of) {
        const truth = evaluate(one, asked, trail);
        if (isDoubt(truth)) doubt ??= truth;
        // What an earlier operand would have left behind is not known then.
        else if (truth) return doubt ?? true;
      }
      return doubt ?? false;
    }
    case 'not': {
      const truth = evaluate(expression.of, asked, trail);
      return isDoubt(truth) ? truth : !truth;
    }
    case 'doubt':
      return expression.doubt;
    default:
      return test(expression, asked, trail);
  }
}

type AnyTest = TextTest | PatternTest | NumberTest | AddressTest;

function test(expression: AnyTest, asked: Asked, trail: Trail): Truth {
  const values = expression.field.read(asked);
  if (!isList(values)) return values;
  if (values.length === 0) return false;
  let doubt: Doubt | undefined;
  for (const value of values) {
    const truth = holds(expression, value, trail);
    if (isDoubt(truth)) doubt ??= truth;
    else if (truth === expression.some) return truth ? (doubt ?? true) : false;
  }
  return doubt ?? !expression.some;
}

const isList = <Value>(value: readonly Value[] | Doubt): value is readonly Value[] => Array.isArray(value);

function holds(expression: AnyTest, value: string | number | Address, trail: Trail): Truth {
  switch (expression.kind) {
    case 'number':
      return typeof value === 'number' && compare(expression, value);
    case 'address':
      return typeof value === 'object' && within(expression, value);
    case 'text':
      return typeof value === 'string' && textHolds(expression, value, trail);
    case 'pattern':
      return typeof value === 'string' && matches(expression, value, trail);
  }
}

const lowered = (value: string): string => toBytes(fromBytes(value).toLowerCase());

function textHolds(expression: TextTest, given: string, trail: Trail): boolean {
  const { operator, value: wanted, field } = expression;
  const value = expression.lower ? lowered(given) : given;
  if (operator === '!=') return value !== wanted;
  if (operator === 'contains') return value.includes(wanted);
  const truth =
    operator === '==' ? value === wanted : operator === '^=' ? value.startsWith(wanted) : value.endsWith(wanted);
  if (truth && field.name === 'http.path') {
    trail.text = wanted;
    trail.entry = expression.entry;
  }
  return truth;
}

function matches(expression: PatternTest, given: string, trail: Trail): Truth {
  const { field, pattern } = expression;
  const found = pattern.find(expression.lower ? lowered(given) : given);
  if (found === RUNAWAY) return { attribute: field.name, why: `takes too long to match ${pattern.source}` };
  if (found === undefined) return false;
  if (field.name === 'http.path') {
    trail.text = found.text;
    trail.entry = expression.entry;
  }
  if (found.captures.size > 0) trail.captures = new Map([...(trail.captures ?? []), ...found.captures]);
  return true;
}

function compare({ operator, value: wanted }: NumberTest, value: number): boolean {
  switch (operator) {
    case '==':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
  }
}

function within({ operator, value: wanted }: AddressTest, value: Address): boolean {
  if (!('prefix' in wanted)) return equals(wanted, value);
  return contains(wanted, value) === (operator === 'in');
}
