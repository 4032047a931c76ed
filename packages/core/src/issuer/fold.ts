import { looksLike } from './letters/confusables.ts';

const PLAIN = /^[\x21-\x24\x26-\x7e]*$/;
const PASTED = /[\s\p{Zs}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"'`´‘’“”„«»‹›]+/gu;

/**
 * One text for all spellings that a person takes for the same: case, Unicode form, look-alike
 * letters, percent-encoding, invisible characters. Only ever a hint for finding what was meant,
 * never an acceptance.
 */
export const foldLetters = (text: string): string => foldLooks(lower(text));

/** The same for a whole issuer: also without scheme, default port, final slashes and a well-known suffix. */
export function foldIssuer(text: string): string {
  let folded = lower(text);
  const scheme = folded.indexOf('://');
  if (scheme > 0 && scheme < 6) folded = folded.slice(scheme + 3);
  if (folded.includes(':')) folded = folded.replace(/^([^/]*):(?:443|80)(?=\/|$)/, '$1');
  const wellKnown = folded.indexOf('/.well-known/');
  if (wellKnown >= 0) folded = folded.slice(0, wellKnown);
  let end = folded.length;
  while (end > 0 && '/.,;'.includes(folded[end - 1] ?? '')) end--;
  return foldLooks(folded.slice(0, end));
}

function lower(text: string): string {
  return (PLAIN.test(text) ? text : decodeLoosely(text.normalize('NFKC').replace(PASTED, ''))).toLowerCase();
}

const ASCII = /^[\0-\x7f]*$/;

function foldLooks(text: string): string {
  const letters = ASCII.test(text)
    ? text
    : [...text]
        .map((letter) => looksLike.get(letter) ?? letter)
        .join('')
        .toLowerCase();
  return letters
    .replaceAll('1', 'l')
    .replaceAll('|', 'l')
    .replaceAll('o', '0')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

function decodeLoosely(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded).normalize('NFKC').replace(PASTED, '');
    } catch {
      return encoded.toUpperCase();
    }
  });
}

/** Letters that the fold makes equal weigh the same, two that it makes one weigh as much as the one. */
const WEIGHTS = weights();

function weights(): Int32Array {
  const table = new Int32Array(128);
  for (let code = 33; code < 127; code++) table[code] = Math.imul(code * code + 7, 0x9e3779b1) | 1;
  const same = (letters: string, as: string): void => {
    for (const letter of letters) table[letter.charCodeAt(0)] = weightOf(as);
  };
  const weightOf = (letters: string): number =>
    [...letters].reduce((sum, letter) => (sum + (table[letter.charCodeAt(0)] ?? 0)) | 0, 0);
  same('1|', 'l');
  same('o', '0');
  same('m', 'rn');
  same('w', 'vv');
  same('d', 'cl');
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') same(letter, letter.toLowerCase());
  return table;
}

/**
 * A number that is equal for texts with an equal {@link foldIssuer}, many times faster; undefined
 * where only the fold itself can tell.
 */
export function foldSum(text: string): number | undefined {
  const scheme = text.indexOf('://');
  const from = scheme > 0 && scheme < 6 ? scheme + 3 : 0;
  let to = text.length;
  while (to > from && '/.,;'.includes(text[to - 1] ?? '')) to--;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // A port may be the default one, a segment with a full stop the well-known one.
    if (code <= 32 || code >= 127 || code === 37 || code === 58 || (code === 46 && text.charCodeAt(at - 1) === 47))
      return undefined;
    sum = (sum + (WEIGHTS[code] ?? 0)) | 0;
  }
  return sum;
}
