export { type Decision, decide, tryMatcher } from './decide.ts';
export { Lookup } from './lookup.ts';
export { byRank, type Clause, type Matcher } from './model.ts';
export { TextIndex } from './texts.ts';
export { usedFields } from './used-fields.ts';
export { utf8Fault } from './utf8.ts';
