export { leavesNoMark } from './marks.ts';
export { enabledPlugins } from './plugins.ts';
export { listensWithTls, mappedPort } from './ports.ts';
export { wireSettings } from './wire.ts';
