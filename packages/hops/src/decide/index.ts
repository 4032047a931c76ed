/** Room `decide`: evidence → ranked candidates and a verdict, as data. One file for each stage of the diagnosis. */
export { decide } from './decide.ts';
export type { Candidate, Certainty, Verdict, Wanted } from './model.ts';
