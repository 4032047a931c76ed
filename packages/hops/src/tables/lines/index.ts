import { LINES } from './lines-table.ts';
import type { LineSignature } from './model.ts';

export { LINES } from './lines-table.ts';
export type * from './model.ts';

export interface LineMatch {
  readonly signature: LineSignature;
  /** What the groups of the pattern took. */
  readonly captured: readonly (string | undefined)[];
}

/** What a message of nginx's error.log says; undefined for a line that tells nothing of a request's fate. */
export function signatureOf(message: string): LineMatch | undefined {
  for (const signature of LINES) {
    const found = signature.pattern.exec(message);
    if (found !== null) return { signature, captured: found.slice(1) };
  }
  return undefined;
}
