/**
 * Values that cannot be known from the file: a template that decK fills in from its environment.
 * They travel as texts between two lone surrogates, which no file can hold, through parser and
 * model. Whoever compares a text of the model must ask `isUnknown` first.
 */
const MARK = '\ud800';

export function unknown(name: string): string {
  return MARK + name + MARK;
}

/** The value, or a part of it, is not known. */
export function isUnknown(value: unknown): value is string {
  return typeof value === 'string' && value.includes(MARK);
}

/** What the unknown parts of a text depend on: `env:DECK_ISSUER`. */
export function unknownNames(value: string): readonly string[] {
  return value.split(MARK).filter((_, i) => i % 2 === 1);
}

/** The text with `show` in the places of its unknown parts. */
export function showUnknown(value: string, show: (name: string) => string): string {
  return value
    .split(MARK)
    .map((part, i) => (i % 2 === 1 ? show(part) : part))
    .join('');
}

/** The text with `change` done to what is known of it. */
export function mapKnown(value: string, change: (part: string) => string): string {
  return value
    .split(MARK)
    .map((part, i) => (i % 2 === 1 ? MARK + part + MARK : change(part)))
    .join('');
}

/**
 * Stands for the key or secret that Kong makes up (32 letters and digits) for a credential written without one: it
 * is another one at each load, so that no token fits it.
 */
export const MADE_UP = 'Kong0makes0this0text0up0itself00';
