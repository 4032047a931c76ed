/** Room `admin-api`: a running gateway, read page by page through the one door. It asks with GET alone. */
export { MOST_PAGES } from './limits.ts';
export type { Page } from './listing.ts';
export { type AdminApiOptions, type AdminApiRead, readAdminApi } from './read.ts';
export { readTarget, type Target } from './target.ts';
