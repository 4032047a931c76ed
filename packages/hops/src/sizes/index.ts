/** Room `sizes`: what the products of a chain take, against what was sent. */
export { checkSizes, type SizeFinding } from './check.ts';
