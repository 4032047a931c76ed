export { applyDeck } from './deck.ts';
export { migrateFormat } from './migrate.ts';
export { deckNotes } from './notes.ts';
export { type ConfigFile, type FileRead, type ParsedFile, readFile } from './read.ts';
export type { Form } from './recognize.ts';
