export { check } from './check.ts';
export { consumerGroupsOf } from './consumer-groups.ts';
export {
  type Answer,
  type Captures,
  type Credential,
  createExchange,
  type Ending,
  type Exchange,
  type PluginModel,
} from './exchange.ts';
export { holds } from './ip-restriction/address.ts';
export {
  configOf,
  findConsumer,
  type JwtConfig,
  jwt,
  loadKongKey,
  PIPELINE,
  type Retrieval,
  type RetrievedToken,
  retrieveTokens,
} from './jwt/index.ts';
export type { ClaimCheck, ClaimValue, FoundToken, KeyClaim, KeyUse, PassedOver, TokenPlace } from './jwt/steps.ts';
export { withAdded, withReplaced } from './lists.ts';
export { modelOf } from './models.ts';
export { truncationNotice } from './notices.ts';
export type { KeyPlace, StepData, StepId } from './steps.ts';
export { shownUnknown, unknownIn } from './unknown-values.ts';
