import { type Json, parseJson } from '@why401/core/json';
import { MAX_DEPTH } from '@why401/core/limits';

/** Shorter beginnings of JSON tell nothing of a request. */
const SHORTEST = 40;

/** Whether a text can be the beginning of a JSON value, cut off somewhere. */
export const isCut = (text: string): boolean => text.length >= SHORTEST && /^(?:\{\s*"|\[\s*\{)/.test(text);

/**
 * The value of a JSON text that was cut off (Splunk's `TRUNCATE`, 10,000 octets by default): all that was complete
 * before the cut. Undefined where nothing was, or where the text is no beginning of JSON.
 */
export function mendCut(text: string): Json | undefined {
  const closers: string[] = [];
  let safe = -1;
  let closing = '';
  const mark = (at: number): void => {
    safe = at;
    closing = closers.toReversed().join('');
  };
  let expectsName = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === '"') {
      const end = stringEnd(text, at);
      if (end < 0) break;
      at = end;
      if (!expectsName) mark(at + 1);
    } else if (letter === '{' || letter === '[') {
      if (closers.length >= MAX_DEPTH) break;
      closers.push(letter === '{' ? '}' : ']');
      expectsName = letter === '{';
      mark(at + 1);
    } else if (letter === '}' || letter === ']') {
      if (closers.pop() !== letter) break;
      mark(at + 1);
      if (closers.length === 0) break;
    } else if (letter === ',') {
      // A number is complete only when something follows it.
      mark(at);
      expectsName = closers.at(-1) === '}';
    } else if (letter === ':') expectsName = false;
  }
  return safe <= 0 ? undefined : parseJson(text.slice(0, safe) + closing, { members: Number.POSITIVE_INFINITY });
}

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
