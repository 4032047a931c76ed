import { classOf } from './classes.ts';
import { skeleton } from './confusables.ts';
import type { Unit } from './units.ts';

/** How two letters that are not the same can still be taken for one another. */
export type Relation =
  | 'case'
  | 'percent-case'
  | 'percent-encoding'
  | 'unicode-form'
  | 'full-width'
  | 'look-alike'
  | 'other-space'
  | 'other-quote'
  | 'backslash';

const ASCII = /^[\0-\x7f]*$/;
const WIDE = /^[\uff01-\uff5e]$/;

export function relate(u: Unit, v: Unit): Relation | undefined {
  if (u.text.length === 1 && v.text.length === 1 && isAscii(u.text) && isAscii(v.text))
    return relateAscii(u.text, v.text);
  if (u.plain === v.plain) return relateSpellings(u, v);
  const [one, other] = [u.plain, v.plain];
  if (one.toLowerCase() === other.toLowerCase() && isAscii(one) === isAscii(other)) {
    return isEncoded(u) || isEncoded(v) ? 'percent-encoding' : 'case';
  }
  if ((WIDE.test(one) || WIDE.test(other)) && one.normalize('NFKC') === other.normalize('NFKC')) return 'full-width';
  if (skeleton(one.toLowerCase()) === skeleton(other.toLowerCase())) return 'look-alike';
  return relateClasses(one, other);
}

const isAscii = (text: string): boolean => ASCII.test(text);
const isEncoded = (unit: Unit): boolean => unit.text.length > 1 && unit.text[0] === '%';

function relateSpellings(u: Unit, v: Unit): Relation {
  if (isEncoded(u) && isEncoded(v)) return 'percent-case';
  return isEncoded(u) || isEncoded(v) ? 'percent-encoding' : 'unicode-form';
}

function relateAscii(u: string, v: string): Relation | undefined {
  if (u.toLowerCase() === v.toLowerCase()) return 'case';
  if (skeleton(u) === skeleton(v)) return 'look-alike';
  if ((u === '\\' && v === '/') || (u === '/' && v === '\\')) return 'backslash';
  return relateClasses(u, v);
}

function relateClasses(u: string, v: string): Relation | undefined {
  const one = classOf(u);
  const other = classOf(v);
  const space = (name: string): boolean => name === 'space' || name === 'newline';
  if (space(one) && space(other)) return 'other-space';
  return one === 'quote' && other === 'quote' ? 'other-quote' : undefined;
}
