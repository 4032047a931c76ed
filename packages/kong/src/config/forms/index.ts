export { applyDeck } from './deck.ts';
export { isTemplateOf, templateNames } from './error-templates.ts';
export { joinResources, type TargetGateway } from './kubernetes/index.ts';
export { migrateFormat } from './migrate.ts';
export { type ConfigFile, type FileKind, type Form, type Origins, type ParsedFile, placeInFile } from './model.ts';
export { deckNotes } from './notes.ts';
export { type FileRead, readFile } from './read.ts';
export { joinSettings } from './settings.ts';
export { SETTINGS, type SettingName, type SettingRow } from './settings-table.ts';
