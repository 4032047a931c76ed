/** Every limit of the probe. Change one only with a note in `docs/decisions/`. */

/** Milliseconds for the whole, unless a person asks for another time. */
export const BUDGET: number = 30_000;
/** Octets of one answer; what is longer is not read on. */
export const MOST_OCTETS: number = 8 * 1024 * 1024;
/** Octets that are kept of one answer: its head has to be in them. */
export const KEPT: number = 64 * 1024;
/** Addresses of one name that are tried. */
export const MOST_ADDRESSES: number = 8;
/** Times that the same request is sent, to see how its time varies. */
export const SAMPLES: number = 5;
/** Milliseconds that a name server has for one question. */
export const NAME_TIMEOUT: number = 2_000;
/** Milliseconds of silence after which a look at what a port speaks is over. */
export const WORD_TIMEOUT: number = 1_500;
