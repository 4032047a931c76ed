/** Every limit of the fetcher. Change one only with a note in `docs/decisions/`. */

/** Octets of one body. */
export const MAX_BODY: number = 1024 * 1024;
/** Octets of the header block of one answer. */
export const MAX_HEADERS: number = 16 * 1024;
/** Milliseconds from the first question to the name server to the last octet of the body. */
export const DEADLINE: number = 5_000;
/** Milliseconds that a person may ask for. */
export const LONGEST_DEADLINE: number = 120_000;
/** Exchanges at the same time. */
export const MAX_AT_ONCE: number = 4;
/** Milliseconds that one address is tried before the next one of the same name. */
export const NEXT_ADDRESS: number = 250;
/** Octets that are kept of an answer that is refused, and milliseconds that they may take. */
export const BEGINNING: number = 4_096;
export const BEGINNING_MS: number = 250;
