export { type ChainEnd, runPlugins } from './run.ts';
export { pluginOrder, selectPlugin } from './select.ts';
export { upstreamOf } from './upstream.ts';
