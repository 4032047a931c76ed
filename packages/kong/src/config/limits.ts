import type { Limits } from './text/index.ts';

/** All files together, in UTF-8. */
export const MAX_BYTES = 64 * 1024 * 1024;

export const LIMITS: Limits = {
  /** Kong's own files need 9; a parser without this limit can be made to abort the process. */
  depth: 64,
  /** Enough for shared blocks in thousands of places, and far below what aliases of aliases can ask for. */
  expanded: 1_000_000,
};

/** Length in UTF-8. */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
