/** Room `probe`: what a server behind the gateway does on each layer, seen by asking it. */
export { BUDGET } from './limits.ts';
export type { NameOptions } from './names.ts';
export { type ProbeOptions, probeUpstream } from './probe.ts';
