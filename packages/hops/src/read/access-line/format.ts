/** What a line holds, by the names of nginx's variables. */
export type Values = ReadonlyMap<string, string>;

/** A `log_format` of nginx, taken apart. */
export interface LogFormat {
  readonly text: string;
  readonly parts: readonly Part[];
}

type Part = { readonly literal: string } | { readonly variable: string };

const VARIABLE = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * Reads the text of a `log_format`, or the whole directive as nginx.conf has it: `log_format name escape=json '…' '…';`.
 * Undefined where it names no variable.
 */
export function compileFormat(given: string): LogFormat | undefined {
  const text = /^\s*log_format\s/.test(given) ? directiveText(given) : given;
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    if (match.index > at) parts.push({ literal: text.slice(at, match.index) });
    parts.push({ variable: match[1] ?? match[2] ?? '' });
    at = match.index + match[0].length;
  }
  if (at === 0) return undefined;
  if (at < text.length) parts.push({ literal: text.slice(at) });
  return { text, parts };
}

const directiveText = (directive: string): string =>
  [...directive.matchAll(/'([^']*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map(([, single, double]) => single ?? double ?? '')
    .join('');

/** `502, 502 : 200`: one value for each try, and for each redirect inside. */
const LIST = /[\w.:[\]/-]+(?:(?:, | : )[\w.:[\]/-]+)*/y;
const LOCAL_TIME = /\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}/y;

/** The values of a line in this format; undefined where the line has another. */
export function readFormat({ parts }: LogFormat, line: string): Values | undefined {
  const values = new Map<string, string>();
  let at = 0;
  for (const [index, part] of parts.entries()) {
    if ('literal' in part) {
      if (!line.startsWith(part.literal, at)) return undefined;
      at += part.literal.length;
      continue;
    }
    const next = parts[index + 1];
    const to = endOf(part.variable, line, at, next !== undefined && 'literal' in next ? next.literal : undefined);
    if (to === undefined) return undefined;
    values.set(part.variable, line.slice(at, to));
    at = to;
  }
  return values;
}

function endOf(variable: string, line: string, from: number, literal: string | undefined): number | undefined {
  const pattern = patternOf(variable);
  if (pattern !== undefined) {
    pattern.lastIndex = from;
    if (pattern.test(line)) return pattern.lastIndex;
  }
  if (literal === undefined) return line.length;
  for (let to = line.indexOf(literal, from); to >= 0; to = line.indexOf(literal, to + 1)) {
    if (!(literal.startsWith('"') && isEscaped(line, to))) return to;
  }
  return undefined;
}

function patternOf(variable: string): RegExp | undefined {
  if (variable === 'time_local') return LOCAL_TIME;
  return /^upstream_(?:status|addr|\w+_(?:time|length|sent|received))$/.test(variable) ? LIST : undefined;
}

function isEscaped(line: string, at: number): boolean {
  let slashes = 0;
  while (line[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
