export {
  type BadLine,
  type CaseLine,
  type CaseRequest,
  type Observed,
  type ReplayCase,
  readCase,
  requestFault,
  wireOf,
  wireOfCase,
} from './case.ts';
export { type CompareOptions, compareObserved, type Difference } from './compare.ts';
export type { ReplayOutput } from './output.ts';
export { createReplayer, type LoadedConfig, type Replayed, type Replayer, type ReplayOptions } from './replayer.ts';
