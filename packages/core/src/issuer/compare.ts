import { anatomyOf, hasScheme, isHostAndPath } from './anatomy.ts';
import { leadDifferences, tailDifferences } from './around.ts';
import { leafDifferences, type Slice, slice } from './leaf.ts';
import { classOf } from './letters/classes.ts';
import { type Difference, type IssuerDifference, isEmpty, type Range } from './model.ts';
import { trimmedDifference } from './trim.ts';
import { type Taken, urlDifferences } from './url.ts';

/**
 * Names every difference between two identifiers, to the character. Nothing is folded: `equal`
 * is equality of the strings. Works for any identifier (`kid`, client id); what is no URL is
 * compared as plain text. Ranges are UTF-16 offsets; {@link IssuerDifference} says what holds.
 */
export function compareIssuers(a: string, b: string): IssuerDifference {
  if (a === b) return { a, b, equal: true, differences: [] };
  return { a, b, equal: false, differences: differencesOf(a, b).map((one) => placed(one, a, b)) };
}

function differencesOf(textA: string, textB: string): readonly Difference[] {
  if (textA === '' || textB === '') return [{ kind: 'empty', part: 'text', a: whole(textA), b: whole(textB) }];
  if (Math.max(textA.length, textB.length) > LONGEST) return [trimmedDifference(textA, textB)];
  const a: Taken = { text: textA, parts: anatomyOf(textA) };
  const b: Taken = { text: textB, parts: anatomyOf(textB) };
  const inner = areUrls(a, b) ? urlDifferences(a, b) : textDifferences(a, b);
  return [...leadDifferences(a, b), ...inner, ...tailDifferences(a, b)];
}

/** Nobody's issuer is longer; beyond it, only the first and the last differing character are looked for. */
const LONGEST = 4096;

const whole = (text: string): Range => ({ from: 0, to: text.length });

const inside = ({ text, parts }: Taken): Slice => slice(text, { from: parts.lead.to, to: parts.tail.from });

function areUrls(a: Taken, b: Taken): boolean {
  const looksIt = (one: Taken): boolean => {
    const { text, range } = inside(one);
    return hasScheme(one.parts) || isHostAndPath(text.slice(range.from, range.to));
  };
  return looksIt(a) && looksIt(b) && (a.text.includes('/') || b.text.includes('/'));
}

function textDifferences(a: Taken, b: Taken): readonly Difference[] {
  const [one, other] = [inside(a), inside(b)];
  const found = leafDifferences(one, other, 'text', 'text');
  const [only] = found;
  if (!only || found.length > 1 || only.kind !== 'text') return found;
  const fromStart = only.a.from === one.range.from && only.b.from === other.range.from;
  const toEnd = only.a.to === one.range.to && only.b.to === other.range.to;
  if (fromStart && toEnd && hasScheme(a.parts) !== hasScheme(b.parts)) return [{ ...only, kind: 'url-and-name' }];
  if (!isEmpty(only.a) && !isEmpty(only.b)) return found;
  if (toEnd) return [{ ...only, kind: 'cut-off' }];
  return fromStart ? [{ ...only, kind: 'cut-front' }] : found;
}

const POSITIONED: ReadonlySet<string> = new Set(['space', 'newline', 'invisible-character']);

/** White space is named by where it stands in the whole string. */
function placed(difference: Difference, a: string, b: string): Difference {
  if (!POSITIONED.has(difference.kind)) return difference;
  const [text, range] = isEmpty(difference.a) ? [b, difference.b] : [a, difference.a];
  if (isAround(text.slice(0, range.from))) return { ...difference, detail: 'start' };
  return { ...difference, detail: isAround(text.slice(range.to)) ? 'end' : 'inside' };
}

const isAround = (text: string): boolean => [...text].every((letter) => !['other', 'slash'].includes(classOf(letter)));
