/**
 * The smallest piece that is compared as one: a letter with its combining marks, one
 * percent-encoded character, else a code point.
 */
export interface Unit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Percent-encoding undone, NFC. */
  readonly plain: string;
}

const LETTER =
  /[\u1100-\u115e][\u1161-\u11a7]?[\u11a8-\u11ff]?|[\p{L}\p{N}][^\P{M}\p{Default_Ignorable_Code_Point}]*|[^]/uy;
const ENCODED = /%[0-9A-Fa-f]{2}/y;

export function unitsOf(text: string, from = 0, to: number = text.length): readonly Unit[] {
  const units: Unit[] = [];
  for (let at = from; at < to; ) {
    const unit = encodedAt(text, at, to) ?? letterAt(text, at, to);
    units.push(unit);
    at = unit.to;
  }
  return units;
}

function letterAt(text: string, at: number, to: number): Unit {
  LETTER.lastIndex = at;
  const end = Math.min(to, at + (LETTER.exec(text)?.[0].length ?? 1));
  const found = text.slice(at, end);
  return { text: found, from: at, to: end, plain: found.normalize('NFC') };
}

function encodedAt(text: string, at: number, to: number): Unit | undefined {
  ENCODED.lastIndex = at;
  if (text[at] !== '%' || at + 3 > to || !ENCODED.test(text)) return undefined;
  const end = Math.min(to, at + 3 * utf8Length(Number.parseInt(text.slice(at + 1, at + 3), 16)));
  return (
    decoded(text, at, end) ??
    decoded(text, at, at + 3) ?? {
      text: text.slice(at, at + 3),
      from: at,
      to: at + 3,
      plain: text.slice(at, at + 3).toUpperCase(),
    }
  );
}

function decoded(text: string, from: number, to: number): Unit | undefined {
  try {
    const encoded = text.slice(from, to);
    return { text: encoded, from, to, plain: decodeURIComponent(encoded).normalize('NFC') };
  } catch {
    return undefined;
  }
}

function utf8Length(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
