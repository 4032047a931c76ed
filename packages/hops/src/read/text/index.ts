export { credentialNamesOf } from './credentials.ts';
export { type CredentialNames, maskHeaders, maskHeaderValue, maskParameters, maskText } from './mask.ts';
export { type Source, sourcesOf, splitLines } from './source.ts';
export { readTime } from './time.ts';
export { utf8Length } from './utf8.ts';
