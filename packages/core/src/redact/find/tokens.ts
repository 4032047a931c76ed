import { type Finding, REDACTED } from '../model.ts';

/** Tokens of known makes that have no dots to know them by. */
const OPAQUE =
  /(?<![A-Za-z0-9])(?:ya29\.|ory_[ar]t_|authelia_[ar]t_|gh[pousr]_|glpat-|xox[abprs]-|sk_live_)[A-Za-z0-9._~+/-]{8,}/g;

/** Shorter ones are words: `eyJ` and a few letters hide nothing. */
const SHORTEST = 16;

/**
 * Everything that looks like a JWT or JWE, whole or cut, one segment or five: a run of base64url
 * and dots with a segment that decodes to a JSON object's beginning. Walks delimiters; a pattern
 * would be quadratic on `eyJeyJeyJ…`.
 */
export function findTokens(text: string): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < text.length; ) {
    if (!isTokenLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    let to = at;
    while (to < text.length && isTokenLetter(text.charCodeAt(to))) to++;
    const start = jsonStart(text, at, to);
    if (start >= 0 && to - start >= SHORTEST) found.push({ from: start, to, mask: REDACTED });
    at = to;
  }
  for (const match of text.matchAll(OPAQUE))
    found.push({ from: match.index, to: match.index + match[0].length, mask: REDACTED });
  return found;
}

/** A–Z a–z 0–9 - _ . and, for tokens in the wrong alphabet, + and =. */
function isTokenLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x2d && code <= 0x39 && code !== 0x2f) ||
    code === 0x5f ||
    code === 0x2b ||
    code === 0x3d
  );
}

/** Where `{"`, `{ ` or `{` and a line break begin in base64, at the start of the run or after a dot, a `=` or a `%22`. */
function jsonStart(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const escaped = at === from + 2 && text[from - 1] === '%';
    if (at > from && !escaped && !'.='.includes(text[at - 1] ?? '')) continue;
    if (
      text.startsWith('eyJ', at) ||
      text.startsWith('eyA', at) ||
      text.startsWith('ewo', at) ||
      text.startsWith('ew0', at) ||
      text.startsWith('ewk', at)
    )
      return at;
  }
  return -1;
}
