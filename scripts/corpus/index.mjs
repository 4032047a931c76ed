/** The figures of `npm run corpus`. */
export { discoveryAgreement } from './discovery.mjs';
export { jwksAgreement } from './jwks.mjs';
export { tokensAgreement } from './tokens.mjs';
