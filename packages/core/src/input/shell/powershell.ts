/** What PowerShell's scanner makes of a script; enough of it to read a copied request. */
export type PsToken = PsText | PsSymbol;

export interface PsText {
  readonly kind: 'text';
  /** Literal text and `$variables` in turn: `"Bearer $t"` is `['Bearer ', {variable: 't'}]`. */
  readonly parts: readonly (string | { readonly variable: string })[];
  readonly quoted: boolean;
  /** No blank stands between this token and the one before. */
  readonly glued: boolean;
}

export interface PsSymbol {
  readonly kind: 'symbol';
  /** `@{`, one character, or `end` for the end of a statement. */
  readonly value: string;
  readonly glued: boolean;
}

const VARIABLE = /\$(?:\{([^}\n]{1,100})\}|((?:[A-Za-z_]+:)?[A-Za-z_][A-Za-z0-9_]*))/y;
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  0: '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
};
const BARE_END = ' \t\r\n;|(){}[],"\'`=$';

/** Linear, never throws. */
export function scanPowerShell(text: string): readonly PsToken[] {
  const tokens: PsToken[] = [];
  let at = 0;
  let glued = false;
  const push = (parts: PsText['parts'], quoted: boolean, to: number): void => {
    tokens.push({ kind: 'text', parts, quoted, glued });
    glued = true;
    at = to;
  };
  const symbol = (value: string, length: number): void => {
    tokens.push({ kind: 'symbol', value, glued });
    glued = value !== 'end';
    at += length;
  };
  while (at < text.length) {
    const character = text[at] as string;
    if (' \t\r'.includes(character)) {
      glued = false;
      at++;
    } else if (character === '`' && /\r|\n/.test(text[at + 1] ?? '')) {
      glued = false;
      at += text[at + 1] === '\r' ? 3 : 2;
    } else if (character === '\n' || character === ';') symbol('end', 1);
    else if (character === '#') at = indexOr(text, '\n', at);
    else if (text.startsWith("@'\n", at) || text.startsWith("@'\r\n", at)) {
      const from = text.indexOf('\n', at) + 1;
      const to = indexOr(text, "\n'@", from);
      push([text.slice(from, to)], true, to + 3);
    } else if (text.startsWith('@{', at)) symbol('@{', 2);
    else if (character === "'") {
      const { value, to } = singleQuoted(text, at + 1);
      push([value], true, to);
    } else if (character === '"') {
      const { parts, to } = doubleQuoted(text, at + 1);
      push(parts, true, to);
    } else if (character === '$') {
      const { part, to } = variable(text, at);
      push([part], false, to);
    } else if (BARE_END.includes(character) && character !== '`') symbol(character, 1);
    else {
      let to = at + 1;
      while (to < text.length && !BARE_END.includes(text[to] as string)) to++;
      push([text.slice(at, to)], false, to);
    }
  }
  tokens.push({ kind: 'symbol', value: 'end', glued: false });
  return tokens;
}

function singleQuoted(text: string, from: number): { value: string; to: number } {
  let value = '';
  let at = from;
  for (;;) {
    const end = indexOr(text, "'", at);
    value += text.slice(at, end);
    if (text[end + 1] !== "'") return { value, to: end + 1 };
    value += "'";
    at = end + 2;
  }
}

function doubleQuoted(text: string, from: number): { parts: PsText['parts']; to: number } {
  const parts: (string | { variable: string })[] = [];
  let literal = '';
  let at = from;
  while (at < text.length) {
    const character = text[at] as string;
    const next = text[at + 1] ?? '';
    if (character === '"' && next !== '"') break;
    if (character === '`' || character === '"') {
      literal += character === '"' ? '"' : (ESCAPES[next] ?? next);
      at += 2;
    } else if (character === '$') {
      const { part, to } = variable(text, at);
      if (typeof part === 'string') literal += part;
      else {
        parts.push(literal, part);
        literal = '';
      }
      at = to;
    } else {
      literal += character;
      at++;
    }
  }
  parts.push(literal);
  return { parts, to: at + 1 };
}

function variable(text: string, at: number): { part: string | { variable: string }; to: number } {
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(text);
  if (match !== null)
    return { part: { variable: (match[1] ?? match[2] ?? '').toLowerCase() }, to: at + match[0].length };
  return { part: '$', to: at + 1 };
}

function indexOr(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}
