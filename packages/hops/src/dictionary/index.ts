/** Room `dictionary`: what a message means, without any request. */
export { dictionaryDocument } from './document.ts';
export { type LookedUp, lookUp } from './look-up.ts';
export { dictionaryReport } from './report.ts';
