export { fixedClock, systemClock } from './clock/index.ts';
export { createCrypto } from './crypto/index.ts';
