import { classOf } from './letters/classes.ts';
import { looksLike } from './letters/confusables.ts';
import type { Range } from './model.ts';

/**
 * The parts of an identifier, as ranges of the string as it was written (RFC 3986 appendix B by
 * hand: `URL` would normalise away what we are looking for). Parts that are not there are empty
 * ranges where they would stand. In front of and after it: what people paste along.
 */
export interface Anatomy {
  readonly lead: Range;
  readonly scheme: Range;
  /** `://` */
  readonly slashes: Range;
  /** With its `@`. */
  readonly userinfo: Range;
  readonly host: Range;
  /** With its `:`. */
  readonly port: Range;
  readonly path: Range;
  /** With its `?`. */
  readonly query: Range;
  /** With its `#`. */
  readonly fragment: Range;
  readonly tail: Range;
}

export type AnatomyPart = keyof Anatomy;

export function anatomyOf(text: string): Anatomy {
  const lead = leadEnd(text);
  const tail = tailStart(text, lead);
  const shape = structure(text);
  const find = (letters: string, from: number, to: number): number => {
    for (let at = from; at < to; at++) if (letters.includes(shape[at] ?? '')) return at;
    return to;
  };
  const schemeEnd = schemeEndOf(shape, lead, tail);
  let authority = schemeEnd;
  if (shape[authority] === ':') authority++;
  while (authority < tail && '/\\'.includes(shape[authority] ?? '') && authority - schemeEnd < 3) authority++;
  if (schemeEnd === lead && authority === lead + 1) authority = lead;
  const pathStart = find('/\\?#', authority, tail);
  const queryStart = find('?#', pathStart, tail);
  const fragmentStart = find('#', queryStart, tail);
  const at = shape.lastIndexOf('@', pathStart - 1);
  const hostStart = at >= authority ? at + 1 : authority;
  const hostEnd = portStart(shape, hostStart, pathStart);
  const parts: readonly (readonly [AnatomyPart, number])[] = [
    ['lead', lead],
    ['scheme', schemeEnd],
    ['slashes', authority],
    ['userinfo', hostStart],
    ['host', hostEnd],
    ['port', pathStart],
    ['path', queryStart],
    ['query', fragmentStart],
    ['fragment', tail],
    ['tail', text.length],
  ];
  let from = 0;
  const ranges = parts.map(([name, to]) => {
    const range: readonly [AnatomyPart, Range] = [name, { from, to }];
    from = to;
    return range;
  });
  return Object.fromEntries(ranges) as unknown as Anatomy;
}

/** The same length as `text`, with look-alike delimiters (`：`, `／`) as the ASCII ones that they stand for. */
function structure(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    const ascii = looksLike.get(letter) ?? letter;
    out += ':/\\?#@.'.includes(ascii) ? ascii : letter;
  }
  return out;
}

function schemeEndOf(shape: string, from: number, to: number): number {
  const colon = shape.indexOf(':', from);
  const slashes = shape.slice(colon + 1, colon + 2);
  if (colon < 0 || colon >= to || !(slashes === '/' || slashes === '\\')) return from;
  return /[/\\?#@.]/.test(shape.slice(from, colon)) ? from : colon;
}

function portStart(shape: string, from: number, to: number): number {
  const colon = shape.lastIndexOf(':', to - 1);
  const bracket = shape.lastIndexOf(']', to - 1);
  return colon >= from && colon > bracket ? colon : to;
}

function leadEnd(text: string): number {
  let at = 0;
  while (at < text.length && ['newline', 'space', 'invisible', 'quote'].includes(classAt(text, at))) at++;
  if (text[at] === '<' && text[at + 1] !== undefined) at++;
  return at;
}

function tailStart(text: string, lead: number): number {
  const pasted = ['newline', 'space', 'invisible', 'quote', 'stop'];
  let at = text.length;
  while (at > lead && (pasted.includes(classAt(text, at - 1)) || (text[at - 1] === '>' && text[lead - 1] === '<')))
    at--;
  return at;
}

const classAt = (text: string, at: number): string => classOf(text[at] ?? '');

/** `accounts.google.com/x`: no scheme, but nobody would call it anything but a host and a path. */
export const isHostAndPath = (text: string): boolean =>
  /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(\/|$)/u.test(text.trim());

export const hasScheme = (anatomy: Anatomy): boolean => anatomy.scheme.to > anatomy.scheme.from;
