export { authorOf } from './author.ts';
export { compareReply } from './compare.ts';
export type * from './model.ts';
