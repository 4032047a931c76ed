/** Room `evidence`: what the parts of a record say, each for itself, before they are weighed. */
export { readAnswer } from './answer.ts';
export { gather } from './gather.ts';
export { hasLine, lineOf } from './lines.ts';
export type * from './model.ts';
export { ownAnswer, schemeOf } from './own-answer.ts';
export { headerOf, numberOf } from './text.ts';
