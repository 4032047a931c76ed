import { isUnknown, showUnknown, unknownNames } from '../config/index.ts';

/** What the given configuration values depend on and the file does not hold: `env:DECK_ISSUER`. Lists are looked into. */
export function unknownIn(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return unknownIn(value);
    return isUnknown(value) ? unknownNames(value) : [];
  });
}

/** A text as it may be shown where a part of it is not known: `<env:DECK_HOST>`. */
export const shownUnknown = (text: string): string =>
  isUnknown(text) ? showUnknown(text, (name) => `<${name}>`) : text;
