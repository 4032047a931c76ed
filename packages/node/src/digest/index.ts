import type { Crypto } from '@why401/core';
import { sha256 } from '@why401/core/secret';

/** From here on OpenSSL is faster, its loading included. */
const SHORT = 16_384;

/** Digests for a program that needs few of them: loading `node:crypto` would take longer than all else it does. */
export const fewDigests: Pick<Crypto, 'digest'> = {
  digest(hash, data) {
    if (hash === 'sha256' && data.length < SHORT) return sha256(data);
    return process.getBuiltinModule('node:crypto').createHash(hash).update(data).digest();
  },
};
