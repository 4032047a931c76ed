import { RustFault, shownFault } from './fault.ts';
import { readPattern } from './parse.ts';

/** What Rust's regex crate says of a pattern that it does not take; undefined where it takes it. */
export function rustRegexFault(pattern: string): string | undefined {
  const characters = Array.from(pattern);
  try {
    readPattern(characters);
    return undefined;
  } catch (fault) {
    if (fault instanceof RustFault) return shownFault(characters, fault);
    throw fault;
  }
}
