export { type EffectivePlugin, effectivePlugins, type PluginInstance } from './effective.ts';
export { effectiveSection } from './effective-words.ts';
export { respond } from './respond.ts';
export { type ChainEnd, runPlugins } from './run.ts';
export { globalPlugins, pluginOrder, selectPlugin } from './select.ts';
export { upstreamOf } from './upstream.ts';
