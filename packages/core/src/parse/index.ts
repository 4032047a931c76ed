/** Room `parse`: the text of one token → its parts, each a value or a problem with its range. */

export { decodeLenient, encodeBase64url } from '../encoding/index.ts';
export type { DuplicateMember, Json, JsonNote, JsonObject, JsonScan, JsonStop } from '../json/index.ts';
export { isObject, member, scanJson, typeName } from '../json/index.ts';
export type * from './model.ts';
export { nameCharacter, theText } from './problems.ts';
export { readToken } from './read-token.ts';
