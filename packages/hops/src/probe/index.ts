/** Room `probe`: what Kong will make of a server that was looked at. */
export { probeDocument } from './document.ts';
export { judgeUpstream } from './judge.ts';
export type { EffectCode, Fix, ProbeSetting, StepName, StepVerdict } from './model.ts';
export { type Probe, probeReport, worst } from './report.ts';
export { type Surroundings, settingOf } from './settings.ts';
export { type ProbePlan, probePlan, type Wanted } from './targets.ts';
