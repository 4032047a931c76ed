import type { Basis } from '../../facts/index.ts';
import type { Difference, IssuerDifference } from '../model.ts';
import { textOf } from '../model.ts';
import { authority } from './authority.ts';
import { clip, type DifferenceKind, type Names, type Seen } from './kind.ts';
import { letters } from './letters.ts';
import { path } from './path.ts';
import { providers } from './providers.ts';
import { spaces } from './spaces.ts';
import { text } from './text.ts';

export type { DifferenceKind, Names } from './kind.ts';

/** Every kind of difference that can be named. */
export const differenceKinds: readonly DifferenceKind[] = [
  ...spaces,
  ...letters,
  ...authority,
  ...path,
  ...providers,
  ...text,
];

const KIND_OF = new Map(differenceKinds.map((kind) => [kind.id, kind]));

function kindOf(id: string): DifferenceKind {
  const kind = KIND_OF.get(id);
  if (!kind) throw new Error(`difference kind without words: ${id}`);
  return kind;
}

function seen(compared: IssuerDifference, difference: Difference): Seen {
  const { part, detail } = difference;
  const [a, b] = [textOf(compared.a, difference.a), textOf(compared.b, difference.b)];
  const both = { part, a: clip(a), b: clip(b), longer: a.length >= b.length ? 'a' : 'b' } as const;
  return detail === undefined ? both : { ...both, detail };
}

/** Short name for a mark under the characters: `slash at the end`. Raw text: a printer makes it safe. */
export const markOf = (compared: IssuerDifference, difference: Difference): string =>
  kindOf(difference.kind).mark(seen(compared, difference));

/** One sentence; `names` is how it calls the two strings. Raw text: a printer makes it safe. */
export function sentenceOf(
  compared: IssuerDifference,
  difference: Difference,
  names: Names = { a: 'the first', b: 'the second' },
): string {
  return kindOf(difference.kind).sentence(seen(compared, difference), names);
}

export const basisOf = (difference: Difference): readonly Basis[] => kindOf(difference.kind).basis ?? [];
