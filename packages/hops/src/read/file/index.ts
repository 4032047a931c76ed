export { classify, type LineKind } from './classify.ts';
export { type Log, type LogOptions, type Owner, ownerOf, readLog } from './log.ts';
export { type ReadText, readText, unreadLines } from './read-text.ts';
export { type FileKind, HEAD, recogniseFile } from './recognise.ts';
