/** Room `issuer`: an issuer asked for what it publishes, and what another client makes of it. */
export {
  type GatherOptions,
  gatherIssuer,
  metadataMembers,
  type NextDocument,
  nextDocument,
  originOf,
  withDocument,
} from './gather.ts';
export { type SecondOpinion, secondOpinion } from './second-opinion.ts';
