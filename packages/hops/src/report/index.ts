/** Room `report`: a verdict in words, drawn as a chain, with its evidence, its cure and what would make it surer. */

export { drawChain } from './chain.ts';
export { CHANGES, type Change } from './changes-table.ts';
export { whoDocument } from './document.ts';
export type { ChainNames, Found, Input } from './model.ts';
export { whoReport } from './report.ts';
