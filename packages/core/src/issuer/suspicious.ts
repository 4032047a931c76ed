import { characterName, scriptOf } from './kinds/characters.ts';
import { classOf } from './letters/classes.ts';
import { looksLike } from './letters/confusables.ts';
import type { Range } from './model.ts';

/** A character that a person would not see, or would take for another one. */
export interface Suspicious {
  readonly range: Range;
  readonly kind: 'look-alike' | 'invisible-character' | 'space';
  /** `Cyrillic U+0430`, `zero-width space` */
  readonly name: string;
  /** The ASCII character that it looks like. */
  readonly like?: string;
}

/** Characters of an issuer (or of any identifier) that deceive the eye (UTS #39), in order. */
export function suspiciousCharacters(text: string): readonly Suspicious[] {
  const found: Suspicious[] = [];
  let at = 0;
  for (const letter of text) {
    const range = { from: at, to: at + letter.length };
    at = range.to;
    if (letter > ' ' && letter < '\x7f') continue;
    const like = looksLike.get(letter);
    const script = scriptOf(letter);
    const kind = classOf(letter);
    if (like !== undefined)
      found.push({
        range,
        kind: 'look-alike',
        name: script === undefined ? characterName(letter) : `${script} ${characterName(letter)}`,
        like,
      });
    else if (kind === 'invisible') found.push({ range, kind: 'invisible-character', name: characterName(letter) });
    else if (kind === 'space' || kind === 'newline') found.push({ range, kind: 'space', name: characterName(letter) });
  }
  return found;
}
