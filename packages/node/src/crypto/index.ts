import type { Crypto } from '@why401/core';
import { exportSpkiPem, loadPublicKey } from './load.ts';
import { digest, hmac, verify } from './verify.ts';

/**
 * The Crypto port over this runtime's OpenSSL: synchronous, prepared keys, and it takes what
 * Kong's OpenSSL takes (ES256K, Ed448, short RSA keys, any PSS salt length, empty HMAC secrets).
 */
export const createCrypto = (): Crypto => ({ loadPublicKey, verify, hmac, digest, exportSpkiPem });
