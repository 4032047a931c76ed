import { type Finder, type Finding, HIDDEN, REDACTED } from '../model.ts';
import { printedForms, spellingsOf } from './spellings.ts';

/** So many characters of a secret never remain. */
export const WINDOW = 16;
/** Shorter secrets are words of the language too; they go only where they stand alone. */
const ALONE = 6;
const SHORTEST = 3;

/** Finds every piece of 16 characters of the secrets, and shorter secrets whole. */
export function findSecrets(secrets: Iterable<string>): Finder {
  const pieces = new Set<string>();
  const whole = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const spelling of spellingsOf(secret)) {
      if (spelling.length < WINDOW) whole.add(spelling);
      for (let at = 0; at + WINDOW <= spelling.length; at++) pieces.add(spelling.slice(at, at + WINDOW));
    }
  }
  const words = findWhole(whole, ALONE, REDACTED);
  return (text) => [...(pieces.size === 0 ? [] : findPieces(text, pieces)), ...words(text)];
}

function findPieces(text: string, pieces: ReadonlySet<string>): readonly Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at + WINDOW <= text.length; at++) {
    if (!pieces.has(text.slice(at, at + WINDOW))) continue;
    const last = found.at(-1);
    if (last && at <= last.to) found[found.length - 1] = { from: last.from, to: at + WINDOW, mask: REDACTED };
    else found.push({ from: at, to: at + WINDOW, mask: REDACTED });
  }
  return found;
}

/** Finds values of claims, in the spellings of the printers. */
export function findPersonal(values: Iterable<string>): Finder {
  const whole = new Set<string>();
  for (const value of values) {
    for (const spelling of printedForms(value)) if (spelling.length >= SHORTEST) whole.add(spelling);
  }
  return findWhole(whole, 8, HIDDEN);
}

/** Occurrences of whole words; those shorter than `anywhere` only where no letter or digit touches them. */
function findWhole(words: ReadonlySet<string>, anywhere: number, mask: string): Finder {
  return (text) => {
    const found: Finding[] = [];
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const to = at + word.length;
        if (word.length >= anywhere || standsAlone(text, at, to)) found.push({ from: at, to, mask });
      }
    }
    return found;
  };
}

const standsAlone = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(Math.max(from - 1, 0), from)) && !/[\p{L}\p{N}]/u.test(text.slice(to, to + 1));
