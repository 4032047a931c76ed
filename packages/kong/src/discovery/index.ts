/** Room `discovery`: an issuer that was asked, or what was saved of one, as people and machines are told of it. */
export { type DiscoveryConsequence, kongOnDiscovery } from './consequences.ts';
export { fetchProblems, isSkew, problemSections, skewProblems } from './problems.ts';
export { type Opinion, type ShownIssuer, severitiesOf, shownIssuer, whole } from './shown.ts';
export { type StageDocument, stageDocuments, stageSection } from './stages.ts';
export { reportWithShown, withShown } from './with-shown.ts';
