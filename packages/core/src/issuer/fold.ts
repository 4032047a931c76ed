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
