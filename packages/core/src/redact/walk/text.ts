import { findPersonal, findSecrets } from '../find/known.ts';
import { findNamed } from '../find/patterns.ts';
import { findPrivateKeys } from '../find/pem.ts';
import { findTokens } from '../find/tokens.ts';
import type { Finder, Known } from '../model.ts';
import { replace } from '../replace.ts';

export interface Finders {
  /** Everything, for raw text. */
  readonly raw: Finder;
  /** What can be looked for in a finished document without taking its markup along. */
  readonly printed: Finder;
  /** Values that are hidden wherever they are a whole value, however short. */
  readonly whole: ReadonlySet<string>;
}

export function findersFor({ secrets = [], personal = [] }: Known): Finders {
  const known = findSecrets(secrets);
  const whole = new Set(personal);
  const names = findPersonal(whole);
  const printed: Finder = (text) => [...known(text), ...findTokens(text), ...names(text)];
  return { printed, whole, raw: (text) => [...printed(text), ...findPrivateKeys(text), ...findNamed(text)] };
}

/** Masks what looks like a token, a private key, a credential, and everything in `known`. */
export const redactText = (text: string, known: Known = {}): string => replace(text, findersFor(known).raw(text));
