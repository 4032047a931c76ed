import { characterName, characterPhrase } from './characters.ts';
import { capital, type DifferenceKind, extra, lacks, owner, type Seen } from './kind.ts';

const PLACES: Readonly<Record<string, string>> = { start: 'at the start', end: 'at the end', inside: 'inside' };
const place = (seen: Seen): string => PLACES[seen.detail ?? 'inside'] ?? 'inside';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function describe(text: string): string {
  const letters = [...decoded(text)];
  const names = new Set(letters.map(characterName));
  const [name] = names;
  if (names.size > 1 || name === undefined) return `${letters.length} characters (${[...names].join(', ')})`;
  const encoded = text.startsWith('%') ? 'percent-encoded ' : '';
  return letters.length === 1 ? `${encoded}${name}` : `${letters.length} × ${encoded}${name}`;
}

/** With its article. */
function phrase(text: string): string {
  const [letter, ...rest] = [...decoded(text)];
  if (letter === undefined || rest.length > 0) return describe(text);
  return text.startsWith('%') ? `a percent-encoded ${characterName(letter)}` : characterPhrase(letter);
}

const alone = (id: string, why: string): DifferenceKind => ({
  id,
  mark: (seen) => `${describe(extra(seen))} ${place(seen)}`,
  sentence: (seen, names) =>
    `${capital(owner(seen, names))} has ${phrase(extra(seen))} ${place(seen)}, ${lacks(seen, names)} has not${why}.`,
});

export const spaces: readonly DifferenceKind[] = [
  alone('space', ''),
  alone('newline', ': the rest of a line that was read with its end'),
  alone('invisible-character', ': it cannot be seen, and counts'),
  {
    id: 'other-space',
    mark: (seen) => `${describe(seen.a)} / ${describe(seen.b)}`,
    sentence: (seen, names) =>
      `Where ${names.a} has ${phrase(seen.a)}, ${names.b} has ${phrase(seen.b)}: they look alike, and are different characters.`,
  },
];
