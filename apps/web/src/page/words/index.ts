/** Room `words`: what the page says of itself. What is said about tokens and gateways comes from the core. */
export { bytesWords, countWords } from './amounts.ts';
export { KONG_VERSIONS, ROUTER_FLAVORS } from './gateways.ts';
export { pasteWords } from './pastes.ts';
