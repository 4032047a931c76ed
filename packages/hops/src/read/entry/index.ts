export { type EntryOptions, isEntry, readEntry } from './entry.ts';
export { type Entries, entriesOf, isCsv, readEntries, readEntryLine } from './read.ts';
