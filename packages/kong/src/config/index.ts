export type { ConfigFile, Loaded, LoadOptions } from './load.ts';
export { loadGateway } from './load.ts';
export type * from './model.ts';
