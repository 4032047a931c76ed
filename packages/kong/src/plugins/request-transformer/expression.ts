/** A value of a template's expression; `unknown`: more than is modelled. */
export type Value = string | number | boolean | undefined | Table;

/** Something that can be indexed, as `headers`. */
export interface Table {
  readonly get: (key: string | number) => Value;
}

export interface Environment {
  /** Value of a global name; the sandbox of templates has nothing but what is here. */
  readonly valueOf: (name: string) => Value;
}

/** More Lua than is read here. */
export class NotModelled extends Error {}

/** Lua would fail at this point; nothing catches it. */
export class LuaFault extends Error {}

/** Functions that the sandbox has, and that are not run here. */
const FUNCTIONS: ReadonlySet<string> = new Set(['type', 'require']);

const TOKEN =
  /\s*(?:("(?:[^"\\\n]|\\["\\])*"|'(?:[^'\\\n]|\\['\\])*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(\.\.|[.[\]()]))/y;

type Token = { readonly kind: 'text' | 'number' | 'name' | 'sign'; readonly text: string };

function tokensOf(source: string): Token[] {
  const out: Token[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (source.slice(at).trim() !== '') {
    const found = TOKEN.exec(source);
    if (found === null) throw new NotModelled();
    const [, text, number, name, sign] = found;
    if (text !== undefined) out.push({ kind: 'text', text: text.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (number !== undefined) out.push({ kind: 'number', text: number });
    else if (name !== undefined) out.push({ kind: 'name', text: name });
    else out.push({ kind: 'sign', text: sign ?? '' });
    at = TOKEN.lastIndex;
  }
  return out;
}

/**
 * The value of a Lua expression of the kind that templates have: names, their members, literals, `or`, `and`, `..`.
 * Throws `NotModelled` where it is more than that, `LuaFault` where Lua would fail.
 */
export function evaluate(source: string, environment: Environment): Value {
  const reader = new Reader(tokensOf(source), environment);
  const value = reader.or();
  if (!reader.isAtEnd()) throw new NotModelled();
  return value;
}

const isTrue = (value: Value): boolean => value !== undefined && value !== false;

class Reader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly environment: Environment;

  constructor(tokens: readonly Token[], environment: Environment) {
    this.tokens = tokens;
    this.environment = environment;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  or(): Value {
    let left = this.and();
    while (this.takes('name', 'or')) {
      const right = this.and();
      left = isTrue(left) ? left : right;
    }
    return left;
  }

  private and(): Value {
    let left = this.joined();
    while (this.takes('name', 'and')) {
      const right = this.joined();
      left = isTrue(left) ? right : left;
    }
    return left;
  }

  private joined(): Value {
    const left = this.member();
    if (!this.takes('sign', '..')) return left;
    const right = this.joined();
    const wrong = [left, right].find((one) => typeof one !== 'string' && typeof one !== 'number');
    if (wrong !== undefined || left === undefined || right === undefined)
      throw new LuaFault(`attempt to concatenate a ${kindOf(wrong)} value`);
    return `${String(left)}${String(right)}`;
  }

  private member(): Value {
    let value = this.primary();
    for (;;) {
      if (this.takes('sign', '.')) value = memberOf(value, this.next('name').text);
      else if (this.takes('sign', '[')) {
        const key = this.or();
        this.demand(']');
        if (typeof key !== 'string' && typeof key !== 'number') throw new NotModelled();
        value = memberOf(value, key);
      } else return value;
    }
  }

  private primary(): Value {
    if (this.takes('sign', '(')) {
      const value = this.or();
      this.demand(')');
      return value;
    }
    const token = this.next();
    if (token.kind === 'text') return token.text;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind !== 'name') throw new NotModelled();
    if (token.text === 'nil') return undefined;
    if (token.text === 'true' || token.text === 'false') return token.text === 'true';
    if (FUNCTIONS.has(token.text)) throw new NotModelled();
    return this.environment.valueOf(token.text);
  }

  private takes(kind: Token['kind'], text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.at++;
    return true;
  }

  private demand(sign: string): void {
    if (!this.takes('sign', sign)) throw new NotModelled();
  }

  private next(kind?: Token['kind']): Token {
    const token = this.tokens[this.at++];
    if (token === undefined || (kind !== undefined && token.kind !== kind)) throw new NotModelled();
    return token;
  }
}

const kindOf = (value: Value): string =>
  value === undefined ? 'nil' : typeof value === 'object' ? 'table' : typeof value;

function memberOf(value: Value, key: string | number): Value {
  // A text has Lua's functions for texts.
  if (typeof value === 'string') throw new NotModelled();
  if (typeof value !== 'object') throw new LuaFault(`attempt to index a ${kindOf(value)} value`);
  return value.get(key);
}
