/** Room `issuer`: an issuer asked for what it publishes, and what another client makes of it. */
export { type GatherOptions, gatherIssuer, metadataMembers, originOf } from './gather.ts';
export { type SecondOpinion, secondOpinion } from './second-opinion.ts';
