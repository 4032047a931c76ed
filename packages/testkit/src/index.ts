export {
  type Authority,
  type CertificateRecipe,
  type MintedCertificate,
  mintAuthority,
  mintCertificate,
  mintCertificateRequest,
} from './certificates/index.ts';
export { fixedClock, NOW_MS, NOW_SECONDS } from './clock/index.ts';
export { FAULTS, type Fault, type FaultPlan, type FaultProxy, startFaultProxy } from './fault-proxy/index.ts';
export { fingerprint } from './fingerprint/index.ts';
export {
  type KeySpec,
  type MintedKey,
  type MintedPair,
  type MintedSecret,
  type MintOptions,
  mintKey,
  secretKey,
} from './keys/index.ts';
export { startSecureServer, startServer, startTcpServer, type TestServer } from './servers/index.ts';
export { mintToken, type SignOptions, signBytes, type TokenRecipe } from './tokens/index.ts';
export { verdictOf, wordsOf } from './verdict/index.ts';
