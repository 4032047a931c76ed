/** Entities of one page that are asked for; Kong gives no more. */
export const PAGE = 1000;
/** Asked for instead where a page is larger than the fetcher reads. */
export const SMALLER_PAGES: readonly number[] = [100, 10, 1];
/** Pages of one listing. */
export const MOST_PAGES = 1000;
/** Octets of all answers together. */
export const MOST_BYTES: number = 64 * 1024 * 1024;
