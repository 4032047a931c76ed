import type { Switches } from '../../versions/index.ts';
import {
  type Expression,
  type Field,
  fieldNamed,
  type NumberOperator,
  type TextOperator,
} from '../predicates/index.ts';
import { compilePattern } from '../regex/index.ts';
import { type Literal, readLiteral } from './literals.ts';
import { ExpressionFault, Scanner } from './scanner.ts';

/** A term of the outermost `&&`, with its text. */
export interface Term {
  readonly text: string;
  readonly expression: Expression;
}

export type ParsedExpression =
  | { readonly ok: true; readonly terms: readonly Term[] }
  | { readonly ok: false; readonly message: string; readonly at: number };

const DEEPEST = 64;

/** Reads an expression of the router's language. `||` binds tighter than `&&`; both go from the left. Byte strings. */
export function parseExpression(text: string, switches: Switches): ParsedExpression {
  const parser = new Parser(text, switches);
  try {
    return { ok: true, terms: parser.whole() };
  } catch (fault) {
    if (!(fault instanceof ExpressionFault)) throw fault;
    return { ok: false, message: fault.message, at: fault.at };
  }
}

const OPERATOR = /==|!=|\^=|=\^|~|>=|<=|>|<|in\b|not\s+in\b|contains\b/y;
const NAME = /[A-Za-z][A-Za-z0-9_.-]*/y;

type Left = { readonly field: Field; readonly some: boolean; readonly lower: boolean };

class Parser {
  private readonly scanner: Scanner;
  private readonly switches: Switches;
  private depth = 0;

  constructor(text: string, switches: Switches) {
    this.scanner = new Scanner(text);
    this.switches = switches;
  }

  whole(): readonly Term[] {
    const terms: Term[] = [];
    do terms.push(this.term());
    while (this.scanner.take('&&'));
    if (!this.scanner.done) throw this.scanner.fail('expected EOI or a logical operator');
    return terms;
  }

  private term(): Term {
    const { scanner } = this;
    scanner.skip();
    const start = scanner.at;
    const expression = this.alternatives();
    return { text: scanner.text.slice(start, scanner.at).trim(), expression };
  }

  private conjunction(): Expression {
    const of: Expression[] = [];
    do of.push(this.alternatives());
    while (this.scanner.take('&&'));
    return one(of) ?? { kind: 'all', of };
  }

  private alternatives(): Expression {
    const of: Expression[] = [];
    do of.push(this.operand());
    while (this.scanner.take('||'));
    return one(of) ?? { kind: 'any', of };
  }

  private operand(): Expression {
    const { scanner } = this;
    const negated = scanner.take('!');
    if (scanner.take('(')) {
      if (++this.depth > DEEPEST) throw scanner.fail(`more than ${DEEPEST} brackets in one another`);
      const inner = this.conjunction();
      this.depth--;
      if (!scanner.take(')')) throw scanner.fail('expected )');
      return negated ? { kind: 'not', of: inner } : inner;
    }
    if (negated) throw scanner.fail('expected (');
    return this.predicate();
  }

  private predicate(): Expression {
    const { scanner } = this;
    const left = this.left();
    const operator = scanner.match(OPERATOR)?.replace(/\s+/, ' ');
    if (operator === undefined) throw scanner.fail('expected an operator');
    return this.test(left, operator, readLiteral(scanner));
  }

  private left(): Left {
    const { scanner } = this;
    const name = scanner.match(NAME);
    if (name === undefined) throw scanner.fail('expected term');
    if ((name === 'any' || name === 'lower') && scanner.take('(')) {
      if (++this.depth > DEEPEST) throw scanner.fail(`more than ${DEEPEST} brackets in one another`);
      const inner = this.left();
      this.depth--;
      if (!scanner.take(')')) throw scanner.fail('expected )');
      return name === 'any' ? { ...inner, some: true } : { ...inner, lower: true };
    }
    const field = fieldNamed(name, this.switches);
    if (field === undefined) throw scanner.fail('Unknown LHS field');
    return { field, some: false, lower: false };
  }

  private test(left: Left, operator: string, value: Literal): Expression {
    const { kind } = left.field;
    if (kind === 'text' && typeof value === 'string') {
      if (operator === '~') return this.pattern(left, value);
      if (TEXT.has(operator)) return { kind: 'text', ...left, operator: operator as TextOperator, value };
    }
    if (kind === 'number' && typeof value === 'number' && NUMBER.has(operator))
      return { kind: 'number', ...left, operator: operator as NumberOperator, value };
    if (kind === 'address' && typeof value === 'object') {
      const network = 'prefix' in value;
      if (network ? operator === 'in' || operator === 'not in' : operator === '==')
        return { kind: 'address', ...left, operator: operator as '==' | 'in' | 'not in', value };
    }
    throw this.scanner.fail('Type mismatch between the LHS and RHS values of predicate');
  }

  private pattern(left: Left, source: string): Expression {
    const compiled = compilePattern('rust', source);
    if (compiled.ok) return { kind: 'pattern', ...left, pattern: compiled.pattern };
    if (compiled.kind === 'invalid') throw this.scanner.fail(`regex parse error: ${compiled.what}`);
    const why = `has a pattern that is not modelled (${compiled.what}): ${source}`;
    return { kind: 'doubt', doubt: { attribute: 'expression', why } };
  }
}

const TEXT: ReadonlySet<string> = new Set(['==', '!=', '^=', '=^', 'contains']);
const NUMBER: ReadonlySet<string> = new Set(['==', '!=', '>', '>=', '<', '<=']);

const one = (of: readonly Expression[]): Expression | undefined => (of.length === 1 ? of[0] : undefined);
