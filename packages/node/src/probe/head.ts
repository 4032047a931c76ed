import type { AnswerFraming } from '@why401/core';

export type Head = Pick<AnswerFraming, 'statusLine' | 'status' | 'headers'> & { readonly headOctets: number };

/** `HTTP/1.1 200`, as far as nginx wants it; a reason may follow. */
const STATUS = /^HTTP\/\d+\.\d+ +(\d{3})(?: |$)/;

/**
 * The head of an HTTP/1 answer, one character for each octet. `open` while it may still come,
 * `none` as soon as it cannot be one.
 */
export function readHead(text: string): Head | 'open' | 'none' {
  const firstEnd = text.indexOf('\n');
  if (firstEnd === -1) return 'HTTP/'.startsWith(text.slice(0, 5)) && text.length < KEPT_LINE ? 'open' : 'none';
  const statusLine = withoutReturn(text.slice(0, firstEnd));
  const [, status] = STATUS.exec(statusLine) ?? [];
  if (status === undefined) return 'none';
  const headers: (readonly [string, string | undefined])[] = [];
  for (let from = firstEnd + 1; ; ) {
    const to = text.indexOf('\n', from);
    if (to === -1) return 'open';
    const line = withoutReturn(text.slice(from, to));
    from = to + 1;
    if (line === '') return { statusLine, status: Number(status), headers, headOctets: from };
    headers.push(headerOf(line));
  }
}

/** A status line that is longer is none. */
const KEPT_LINE = 8 * 1024;

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

function headerOf(line: string): readonly [string, string | undefined] {
  const colon = line.indexOf(':');
  return colon === -1 ? [line, undefined] : [line.slice(0, colon), line.slice(colon + 1).trim()];
}
