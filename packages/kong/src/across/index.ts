/** Room `across`: one question to several releases, what an upgrade changes, and which change of Kong does it. */
export {
  type Across,
  type AcrossOptions,
  type AcrossRequest,
  across,
  type Crossing,
  type Upgrade,
  type VersionAnswer,
} from './across.ts';
export { type Cause, causesOf, type Standing } from './causes.ts';
export { acrossDocument } from './words/document.ts';
export { acrossReport } from './words/report.ts';
export { SWITCH_WORDS } from './words/switches-table.ts';
