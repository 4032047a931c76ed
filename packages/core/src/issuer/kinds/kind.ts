import type { Basis } from '../../facts/index.ts';
import type { Part } from '../model.ts';

/** A difference with the characters that it is about; long ones are cut in the middle. */
export interface Seen {
  readonly part: Part;
  readonly a: string;
  readonly b: string;
  /** Who has more characters here. */
  readonly longer: 'a' | 'b';
  readonly detail?: string;
}

/** How a sentence calls the two strings: `the token`, `the key`. */
export interface Names {
  readonly a: string;
  readonly b: string;
}

/** Words for one kind of difference. */
export interface DifferenceKind {
  /** Kebab-case, states the difference; also an anchor of `docs/rules/issuer-differences.md`. */
  readonly id: string;
  /** Short, for a mark under the characters: `slash at the end`. */
  mark(seen: Seen): string;
  /** One sentence. */
  sentence(seen: Seen, names: Names): string;
  readonly basis?: readonly Basis[];
}

/** The text that one of the two has and the other has not, or the longer of the two. */
export const extra = (seen: Seen): string => seen[seen.longer];

/** Who has more. */
export const owner = (seen: Seen, names: Names): string => names[seen.longer];

/** Who has less. */
export const lacks = (seen: Seen, names: Names): string => names[seen.longer === 'a' ? 'b' : 'a'];

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const PART_WORDS: Readonly<Record<Part, string>> = {
  around: 'around it',
  scheme: 'in the scheme',
  userinfo: 'in the user info',
  host: 'in the host',
  port: 'in the port',
  path: 'in the path',
  query: 'in the query',
  fragment: 'in the fragment',
  text: '',
};

/** `in the host`; empty for plain text. */
export const where = (seen: Seen): string => PART_WORDS[seen.part];

export const inPart = (words: string, seen: Seen): string => (where(seen) === '' ? words : `${words} ${where(seen)}`);

const LONGEST = 72;

/** Keeps a sentence readable when the characters that differ are a whole page. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const letters = [...text.slice(0, LONGEST), '…', ...text.slice(-16)];
  return [...letters.slice(0, LONGEST - 20), ...letters.slice(-17)].join('');
}
