/** Room `ladder`: who in a chain gives up first. */
export { climb } from './climb.ts';
export { ladderDocument } from './document.ts';
export type { KongPatience, Ladder, Patience, Scenario, Trouble, Waiter } from './model.ts';
export { kongPatience, type Neighbours, patiences, readPatience } from './read.ts';
export { type Drawing, type Drawn, ladderReport } from './report.ts';
