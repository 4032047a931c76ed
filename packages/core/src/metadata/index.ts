/** Room `metadata`: the document that an issuer shows about itself, read and told what it is. */
export { aliasOf } from './alias.ts';
export { documentKind, issuerKind, strings } from './kind.ts';
export { MEMBERS, type MemberRow, type MemberType } from './members-table.ts';
export type * from './model.ts';
export { type Reach, reachOf } from './reach.ts';
export { readMetadata } from './read.ts';
export { fillTemplate, fitsTemplate, placeholdersOf } from './template.ts';
export { hostOf, isLoopback, partsOf, type UrlParts } from './url.ts';
export { wellKnownOf } from './well-known.ts';
