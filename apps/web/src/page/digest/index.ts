import type { Crypto } from '@why401/core';
import { sha256 } from '@why401/core/secret';

/** The part of the crypto port that decoding needs: fingerprints. */
export const crypto: Pick<Crypto, 'digest'> = {
  digest: (hash, data) => {
    if (hash !== 'sha256') throw new RangeError(`the page has no ${hash}`);
    return sha256(data);
  },
};
