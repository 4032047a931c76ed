import type { Problem } from '../../facts/index.ts';

export type Header = readonly [name: string, value: string];

/** The lines of a raw HTTP message up to the empty one, and what comes after it. */
export interface HeaderBlock {
  readonly headers: readonly Header[];
  readonly problems: readonly Problem[];
  /** Offset of the first character after the empty line; the text's end where there is none. */
  readonly bodyAt: number;
}

/** RFC 9110 §5.6.2, and the pseudo-headers that browsers and HTTP/2 tools show. */
const HEADER = /^(:?[!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*(.*)$/s;

/** A message with more header lines is no message. */
const MOST_LINES = 1000;

/** Reads header lines from `from`. A line that begins with a blank goes on with the one before (obs-fold). */
export function readHeaderBlock(text: string, from: number): HeaderBlock {
  const headers: [string, string][] = [];
  const problems: Problem[] = [];
  let at = from;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    const line = trimEnd(text.slice(at, end < 0 ? text.length : end));
    if (line === '') return { headers, problems, bodyAt: next };
    const last = headers[headers.length - 1];
    const [, name, value] = HEADER.exec(line) ?? [];
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    else if (name !== undefined && value !== undefined) headers.push([name, value]);
    else {
      const message = 'a line in the headers is no “Name: value”';
      problems.push({ code: 'header-line-malformed', message, place: { from: at, to: at + line.length } });
    }
    if (headers.length + problems.length > MOST_LINES) {
      problems.push({ code: 'too-many-header-lines', message: `more than ${MOST_LINES} header lines` });
      return { headers, problems, bodyAt: text.length };
    }
    at = next;
  }
  return { headers, problems, bodyAt: text.length };
}

function trimEnd(line: string): string {
  let to = line.length;
  while (to > 0 && ' \t\r'.includes(line[to - 1] as string)) to--;
  return line.slice(0, to);
}

export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** The body of a chunked message as it stood on the wire; unchanged where it was taken apart before. */
export function dechunk(body: string): string {
  let at = 0;
  let whole = '';
  for (;;) {
    const end = body.indexOf('\n', at);
    const size = /^([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?\r?$/.exec(body.slice(at, end < 0 ? body.length : end))?.[1];
    if (size === undefined) return body;
    const length = Number.parseInt(size, 16);
    if (length === 0) return whole;
    const from = end + 1;
    if (end < 0 || from + length > body.length) return body;
    whole += body.slice(from, from + length);
    at = from + length;
    if (body[at] === '\r') at++;
    if (body[at] === '\n') at++;
  }
}
