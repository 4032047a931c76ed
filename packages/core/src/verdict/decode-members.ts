import { claimMeaning, type Meaning, parameterMeaning, readNumericDate } from '../claims/index.ts';
import { type Json, type JsonObject, scanJson } from '../json/index.ts';
import type { Token } from '../parse/index.ts';
import { showInstant, showRelative } from '../timeline/index.ts';

/** A member of the header or of the claims, with what it means. */
export interface MemberDescription {
  readonly name: string;
  /** In JSON null where it is infinite: `literal` says so. */
  readonly value: Json;
  /** As the token has it, where `value` does not say the same: `1e999`, 30 digits, `-0`. */
  readonly literal?: string;
  readonly title?: string;
  readonly meaning?: string;
  readonly basis?: Meaning['basis'];
  readonly time?: TimeReading;
}

/** A NumericDate for people; only where the number is a time that a calendar knows. */
export interface TimeReading {
  /** `2025-11-24T16:10:00Z` */
  readonly utc: string;
  /** In the zone that was asked for. */
  readonly local: string;
  /** `in 10 min`, `3 h 12 min ago` */
  readonly relative: string;
}

export interface ReadingOptions {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly zone: string;
}

export function describeMembers(
  object: JsonObject,
  part: 'header' | 'payload',
  token: Token,
  options: ReadingOptions,
): readonly MemberDescription[] {
  const meaningOf = part === 'header' ? parameterMeaning : claimMeaning;
  const literals = oddLiterals(token, part);
  return Object.entries(object).map(([name, value]): MemberDescription => {
    const meaning = meaningOf(name);
    const time = meaning?.value === 'numeric-date' ? timeOf(value as Json, options) : undefined;
    const literal = literals.get(name);
    return {
      name,
      value: value as Json,
      ...(literal !== undefined && { literal }),
      ...(meaning !== undefined && { title: meaning.title, meaning: meaning.meaning, basis: meaning.basis }),
      ...(time !== undefined && { time }),
    };
  });
}

function timeOf(value: Json, { now, zone }: ReadingOptions): TimeReading | undefined {
  const read = readNumericDate(value);
  if (read.state !== 'date') return undefined;
  const { instant } = read;
  return { utc: showInstant(instant, 'UTC'), local: showInstant(instant, zone), relative: showRelative(instant, now) };
}

/** Numbers of the outermost object as they are written, where a double does not say the same. */
function oddLiterals(token: Token, part: 'header' | 'payload'): ReadonlyMap<string, string> {
  const literals = new Map<string, string>();
  if (token.kind === 'opaque' || !token.remarks.some(({ code }) => code === 'number-out-of-range')) return literals;
  const text = token.parts.find(({ name }) => name === part)?.decoded ?? '';
  scanJson(text, (path, from, to) => {
    const [name, ...inner] = path;
    const literal = text.slice(from, to);
    if (name === undefined || inner.length > 0 || !/^-?[0-9]/.test(literal)) return;
    if (String(Number(literal)) !== literal) literals.set(name, literal);
  });
  return literals;
}
