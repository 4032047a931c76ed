/** Room `ask`: what somebody gave → one verdict, the same for the command line and the page. */
export { askWho, rejectingPlugin, requestTextIn, type WhoAnswer, type WhoPorts, type WhoQuestion } from './ask.ts';
export { readChain } from './chain.ts';
export {
  type Given,
  type GivenLog,
  type GivenWhole,
  givenOf,
  isSearched,
  type NeighbourHop,
  READ_WHOLE,
} from './given.ts';
export { formatsOf } from './material.ts';
