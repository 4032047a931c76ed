import type { PsText, PsToken } from './powershell.ts';

/** What a PowerShell expression gives, as far as a copied request needs it. */
export type PsValue = string | PsTable | undefined;
export type PsTable = [name: string, value: string][];

/** Variables of a script (names lower-case), and what could not be resolved. */
export class PsScope {
  readonly variables = new Map<string, PsValue>();
  readonly unresolved: string[] = [];

  text(token: PsText): string {
    return token.parts
      .map((part) => {
        if (typeof part === 'string') return part;
        const value = this.variables.get(part.variable);
        if (typeof value === 'string') return value;
        if (value === undefined) this.unresolved.push(`$${part.variable}`);
        return value === undefined ? `$${part.variable}` : '';
      })
      .join('');
  }
}

/** A cursor over the tokens of one statement. */
export class PsCursor {
  private at = 0;
  private readonly tokens: readonly PsToken[];
  readonly scope: PsScope;

  constructor(tokens: readonly PsToken[], scope: PsScope) {
    this.tokens = tokens;
    this.scope = scope;
  }

  get next(): PsToken | undefined {
    return this.tokens[this.at];
  }

  isSymbol(value: string): boolean {
    const token = this.next;
    return token?.kind === 'symbol' && token.value === value;
  }

  skip(): void {
    this.at++;
  }

  take(value: string): boolean {
    if (!this.isSymbol(value)) return false;
    this.at++;
    return true;
  }

  /** The variable that is the whole next token: `$headers`. */
  variable(): string | undefined {
    const token = this.next;
    if (token?.kind !== 'text' || token.quoted || token.parts.length !== 1) return undefined;
    const [part] = token.parts;
    return typeof part === 'object' ? part.variable : undefined;
  }

  /** A bare word, unresolved and unquoted: a command, a parameter, a member access. */
  bareWord(): string | undefined {
    const token = this.next;
    if (token?.kind !== 'text' || token.quoted) return undefined;
    const [part] = token.parts;
    return typeof part === 'string' ? part : undefined;
  }

  /** Reads a value and moves past it; texts that touch are one. */
  value(): PsValue {
    if (this.take('@{')) return this.table();
    const variable = this.variable();
    if (variable !== undefined && this.scope.variables.has(variable)) {
      this.skip();
      const next = this.next;
      if (next?.kind !== 'text' || !next.glued) return this.scope.variables.get(variable);
      const value = this.scope.variables.get(variable);
      return `${typeof value === 'string' ? value : ''}${this.words()}`;
    }
    if (this.isSymbol('(')) return this.group();
    return this.next?.kind === 'text' ? this.words() : undefined;
  }

  /** A value as the argument of a command, where `=` is a letter like any other: `http://gw/x?a=1`. */
  argument(): PsValue {
    let value = this.value();
    while (typeof value === 'string' && this.isSymbol('=') && this.next?.glued) {
      this.skip();
      value += `=${this.next?.kind === 'text' && this.next.glued ? this.words() : ''}`;
    }
    return value;
  }

  private words(): string {
    let text = '';
    for (let first = true; ; first = false) {
      const token = this.next;
      if (token?.kind !== 'text' || (!first && !token.glued)) return text;
      text += this.scope.text(token);
      this.at++;
    }
  }

  /** `( … )`: its first value. */
  private group(): PsValue {
    this.skip();
    const value = this.value();
    for (let depth = 1; depth > 0 && this.next !== undefined; this.skip()) {
      if (this.isSymbol('(')) depth++;
      if (this.isSymbol(')')) depth--;
    }
    return value;
  }

  /** `name = value` pairs up to `}`. */
  private table(): PsTable {
    const table: PsTable = [];
    while (this.next !== undefined && !this.take('}')) {
      if (this.take('end') || this.take(',')) continue;
      const name = this.value();
      if (!this.take('=')) {
        if (name === undefined) this.skip();
        continue;
      }
      const value = this.value();
      if (typeof name === 'string' && typeof value === 'string') table.push([name, value]);
    }
    return table;
  }
}

/** Tokens of each statement: `end` inside braces or parentheses does not end one. */
export function statements(tokens: readonly PsToken[]): readonly (readonly PsToken[])[] {
  const found: PsToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    const symbol = token.kind === 'symbol' ? token.value : '';
    if ('@{(['.includes(symbol) && symbol !== '') depth++;
    if ('})]'.includes(symbol) && symbol !== '') depth = Math.max(0, depth - 1);
    if (symbol === 'end' && depth === 0) found.push([]);
    else found[found.length - 1]?.push(token);
  }
  return found.filter((statement) => statement.length > 0);
}
