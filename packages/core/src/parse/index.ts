/** Room `parse`: the text of one token → its parts, each a value or a problem with its range. */

export { decodeLenient, encodeBase64url } from './base64url.ts';
export type { JsonNote } from './json-scalar.ts';
export { type JsonScan, type JsonStop, scanJson, type Visit } from './json-scan.ts';
export { isObject, member, typeName } from './json-text.ts';
export type * from './model.ts';
export { nameCharacter, theText } from './problems.ts';
export { readToken } from './read-token.ts';
