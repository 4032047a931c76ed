import { isUnknown, unknownNames } from '../config/unknown.ts';

/** What the given configuration values depend on and the file does not hold: `env:DECK_ISSUER`. Lists are looked into. */
export function unknownIn(values: readonly unknown[]): readonly string[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return unknownIn(value);
    return isUnknown(value) ? unknownNames(value) : [];
  });
}
