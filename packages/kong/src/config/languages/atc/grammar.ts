import { type PestNode, PestState } from './pest.ts';
import { RULES, type Rule } from './rules-table.ts';

export type Node = PestNode<Rule>;

export type Recognised =
  | { readonly ok: true; readonly predicates: readonly Node[] }
  /** Place in characters, and the rules that could have stood there. */
  | { readonly ok: false; readonly at: number; readonly expected: readonly Rule[] };

/** Deeper brackets are not followed: no configuration has them. */
const DEEPEST = 200;

/** Recognises an expression as Kong's router does; `negation` since atc-router 1.4. */
export function recognise(text: string, negation: boolean): Recognised {
  const state = new PestState<Rule>(text);
  if (new Grammar(state, negation).matcher()) return { ok: true, predicates: predicatesOf(state.top) };
  return { ok: false, at: state.failedAt, expected: RULES.filter((rule) => state.expected.has(rule)) };
}

const predicatesOf = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => (node.rule === 'predicate' ? [node] : predicatesOf(node.children)));

const isLetter = (character: string): boolean => /^[A-Za-z]$/.test(character);
const isDigit = (character: string): boolean => /^[0-9]$/.test(character);
const isHex = (character: string): boolean => /^[0-9A-Fa-f]$/.test(character);
const isOctal = (character: string): boolean => /^[0-7]$/.test(character);

const OPERATORS = ['==', '!=', '~', '^=', '=^', '>=', '>', '<=', '<', 'in'];

class Grammar {
  private readonly s: PestState<Rule>;
  private readonly negation: boolean;
  private depth = 0;

  constructor(state: PestState<Rule>, negation: boolean) {
    this.s = state;
    this.negation = negation;
  }

  matcher(): boolean {
    const { s } = this;
    return s.rule('matcher', 'normal', () =>
      s.sequence(
        () => true,
        () => this.expression(),
        () => s.rule('EOI', 'normal', () => s.end()),
      ),
    );
  }

  private expression(): boolean {
    const { s } = this;
    const more = (): boolean =>
      s.sequence(
        () => this.logicalOperator(),
        () => this.term(),
      );
    return s.rule('expression', 'normal', () =>
      s.sequence(
        () => this.term(),
        () => s.many(more),
      ),
    );
  }

  private logicalOperator(): boolean {
    const { s } = this;
    return s.rule('and_op', 'normal', () => s.text('&&')) || s.rule('or_op', 'normal', () => s.text('||'));
  }

  private term(): boolean {
    return this.s.rule('term', 'normal', () => this.predicate() || this.parenthesised());
  }

  private parenthesised(): boolean {
    const { s } = this;
    if (this.depth >= DEEPEST) return false;
    this.depth++;
    const not = (): boolean => s.optional(() => s.rule('not_op', 'normal', () => s.text('!')));
    const parts = [() => s.text('('), () => this.expression(), () => s.text(')')];
    const found = s.rule('parenthesised_expression', 'normal', () =>
      s.sequence(...(this.negation ? [not, ...parts] : parts)),
    );
    this.depth--;
    return found;
  }

  private predicate(): boolean {
    const { s } = this;
    return s.rule('predicate', 'normal', () =>
      s.sequence(
        () => this.lhs(),
        () => this.operator(),
        () => this.rhs(),
      ),
    );
  }

  private lhs(): boolean {
    return this.s.rule('lhs', 'normal', () => this.transform() || this.ident());
  }

  private transform(): boolean {
    const { s } = this;
    if (this.depth >= DEEPEST) return false;
    this.depth++;
    const found = s.rule('transform_func', 'normal', () =>
      s.sequence(
        () => this.ident(),
        () => s.text('('),
        () => this.lhs(),
        () => s.text(')'),
      ),
    );
    this.depth--;
    return found;
  }

  private ident(): boolean {
    const { s } = this;
    const rest = (character: string): boolean => /^[A-Za-z0-9_.]$/.test(character);
    return s.rule('ident', 'atomic', () =>
      s.sequence(
        () => s.one(isLetter),
        () => s.many(() => s.one(rest)),
      ),
    );
  }

  private operator(): boolean {
    const { s } = this;
    return s.rule(
      'binary_operator',
      'normal',
      () =>
        OPERATORS.some((one) => s.text(one)) ||
        s.sequence(
          () => s.text('not'),
          () => s.text('in'),
        ) ||
        s.text('contains'),
    );
  }

  private rhs(): boolean {
    return this.s.rule('rhs', 'normal', () => this.text() || this.rawText() || this.address() || this.integer());
  }

  private text(): boolean {
    const { s } = this;
    const escape = (): boolean =>
      s.rule('str_esc', 'normal', () =>
        s.sequence(
          () => s.text('\\'),
          () => s.one((character) => '"\\nrt'.includes(character)),
        ),
      );
    const plain = (): boolean =>
      s.rule('str_char', 'normal', () =>
        s.sequence(
          () => s.not(() => s.text('"') || s.text('\\')),
          () => s.one(() => true),
        ),
      );
    return s.rule('str_literal', 'compound', () =>
      s.sequence(
        () => s.text('"'),
        () => s.many(() => escape() || plain()),
        () => s.text('"'),
      ),
    );
  }

  private rawText(): boolean {
    const { s } = this;
    const character = (): boolean =>
      s.rule('rawstr_char', 'normal', () =>
        s.sequence(
          () => s.not(() => s.text('"#')),
          () => s.one(() => true),
        ),
      );
    return s.rule('rawstr_literal', 'compound', () =>
      s.sequence(
        () => s.text('r#"'),
        () => s.many(character),
        () => s.text('"#'),
      ),
    );
  }

  private address(): boolean {
    const { s } = this;
    const length = (most: number) => () => this.upTo(most, isDigit);
    const network = (rule: Rule, address: () => boolean, most: number): boolean =>
      s.rule(rule, 'atomic', () => s.sequence(address, () => s.text('/'), length(most)));
    return (
      network('ipv4_cidr_literal', () => this.v4(), 2) ||
      network('ipv6_cidr_literal', () => this.v6(), 3) ||
      this.v4() ||
      this.v6()
    );
  }

  private v4(): boolean {
    const { s } = this;
    const digits = (): boolean => this.upTo(3, isDigit);
    const next = (): boolean =>
      s.sequence(
        () => s.text('.'),
        () => digits(),
      );
    return s.rule('ipv4_literal', 'atomic', () => s.sequence(digits, next, next, next));
  }

  private v6(): boolean {
    const { s } = this;
    const group = (): boolean => this.upTo(4, isHex);
    return s.rule('ipv6_literal', 'atomic', () =>
      s.sequence(
        () => s.text(':') || group(),
        () => s.text(':'),
        () => s.many(() => group() || s.text(':')),
      ),
    );
  }

  private integer(): boolean {
    const { s } = this;
    const run = (rule: Rule, fits: (character: string) => boolean): boolean =>
      s.rule(rule, 'normal', () =>
        s.sequence(
          () => s.one(fits),
          () => s.many(() => s.one(fits)),
        ),
      );
    const octal = (): boolean =>
      s.rule('oct_digits', 'normal', () =>
        s.sequence(
          () => s.text('0'),
          () => s.one(isOctal),
          () => s.many(() => s.one(isOctal)),
        ),
      );
    const hex = (): boolean =>
      s.sequence(
        () => s.text('0x'),
        () => run('hex_digits', isHex),
      );
    return s.rule('int_literal', 'compound', () =>
      s.sequence(
        () => s.optional(() => s.text('-')),
        () => octal() || hex() || run('dec_digits', isDigit),
      ),
    );
  }

  /** At least one, at most `most` characters. */
  private upTo(most: number, fits: (character: string) => boolean): boolean {
    let count = 0;
    while (count < most && this.s.one(fits)) count++;
    return count > 0;
  }
}
