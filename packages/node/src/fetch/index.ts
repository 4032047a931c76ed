/**
 * Room `fetch`: the one door to other servers. Every rule about what may be asked, of whom and how
 * much of the answer is read stands here.
 */
export { type AddressClass, type AddressKind, classifyAddress } from './address/index.ts';
export { authorizationCode, chainOf } from './connect/index.ts';
export { chooseProxy } from './environment.ts';
export { codeOf } from './failure.ts';
export { createFetcher } from './fetcher.ts';
export { DEADLINE, LONGEST_DEADLINE, MAX_AT_ONCE, MAX_BODY, MAX_HEADERS } from './limits.ts';
export type { ClientCertificate, Fetcher, FetcherOptions, Lookup, ProxyChoice, Watch } from './options.ts';
export { addressProblem } from './rules.ts';
