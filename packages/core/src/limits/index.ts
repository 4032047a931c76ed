/** Every limit that the readers keep. Change one only with a note in `docs/decisions/`. */

/** Characters of one token. */
export const MAX_TOKEN: number = 1024 * 1024;
/** Nesting of JSON and YAML, the outermost value counting as 1; checked before the parser runs. */
export const MAX_DEPTH: number = 64;
/** Members of one JSON text, at all levels together. */
export const MAX_MEMBERS: number = 2000;
/** Parsed headers that are remembered by their text. */
export const MAX_HEADERS_REMEMBERED: number = 256;
/** Tokens that are looked at in one paste. */
export const MAX_TOKENS: number = 10_000;
/** Characters of a command: quotes and continued lines are read one by one. */
export const MAX_COMMAND: number = 1024 * 1024;
/** Characters of one paste: a configuration has a limit of its own. */
export const MAX_PASTE: number = 64 * 1024 * 1024;
/** Octets of one text with keys: a set of 20,000 fits. */
export const MAX_KEY_TEXT: number = 16 * 1024 * 1024;
/** Keys of one set, and members of its JSON at all levels together. */
export const MAX_KEYS: number = 20_000;
export const MAX_KEY_MEMBERS: number = 1_000_000;
/** Signature checks that are spent on the question why one signature is wrong. */
export const MAX_DIAGNOSTIC_CHECKS: number = 600;
/** Octets of a discovery document, and keys of a published set beyond which readers give up. */
export const MAX_METADATA: number = 1024 * 1024;
export const MAX_PUBLISHED_KEYS: number = 100;
