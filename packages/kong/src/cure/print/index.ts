export { asAdminApi } from './admin-api.ts';
export { asDeck } from './deck.ts';
export { asDiff } from './diff.ts';
