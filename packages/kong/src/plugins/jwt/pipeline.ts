import type { SwitchName } from '../../versions/index.ts';
import type { JwtState, StepCheck } from './state.ts';
import { alg } from './steps/alg.ts';
import { algorithm } from './steps/algorithm.ts';
import { authenticated } from './steps/authenticated.ts';
import { consumer } from './steps/consumer.ts';
import { credential } from './steps/credential.ts';
import { decoded } from './steps/decoded.ts';
import { keyClaim } from './steps/key-claim.ts';
import { keyValue } from './steps/key-value.ts';
import { maximumExpiration } from './steps/maximum-expiration.ts';
import { payload } from './steps/payload.ts';
import { preflight } from './steps/preflight.ts';
import { publicKey } from './steps/public-key.ts';
import { registeredClaims } from './steps/registered-claims.ts';
import { signature } from './steps/signature.ts';
import { signatureLength } from './steps/signature-length.ts';
import { signatureSegment } from './steps/signature-segment.ts';
import { token } from './steps/token.ts';

export interface Stage {
  /** Rows of the reference that are decided here. */
  readonly rows: string;
  /** The word that a person reads. */
  readonly name: string;
  readonly check: StepCheck;
  /** What earlier stages have to have made. */
  readonly needs: readonly (keyof JwtState)[];
  /** Switches of `versions` that change this stage; everything else is the same in every version. */
  readonly differs: readonly SwitchName[];
}

/** Everything that the plugin checks, in its order. The first that fails answers. */
// biome-ignore format: a table is read by its columns
export const PIPELINE: readonly Stage[] = [
  { rows: 'J00',     name: 'preflight',        check: preflight,         needs: [],                                     differs: [] },
  { rows: 'J01',     name: 'authenticated',    check: authenticated,     needs: [],                                     differs: [] },
  { rows: 'J09-J12', name: 'token',            check: token,             needs: [],                                     differs: ['readsAllPlaces'] },
  { rows: 'J20',     name: 'decoded',          check: decoded,           needs: ['token'],                              differs: ['strictBase64url', 'refusesTextAfterNul', 'failsOnUndottedTokens'] },
  { rows: 'J21-J22', name: 'alg',              check: alg,               needs: ['decoded'],                            differs: ['modernAlgorithms'] },
  { rows: 'J23',     name: 'payload',          check: payload,           needs: ['decoded'],                            differs: [] },
  { rows: 'J24',     name: 'signature segment', check: signatureSegment, needs: ['decoded'],                            differs: ['strictBase64url'] },
  { rows: 'J30-J34', name: 'key claim',        check: keyClaim,          needs: ['decoded'],                            differs: [] },
  { rows: 'J36',     name: 'credential',       check: credential,        needs: ['key'],                                differs: [] },
  { rows: 'J40',     name: 'algorithm',        check: algorithm,         needs: ['credential', 'decoded'],              differs: [] },
  { rows: 'J41-J43', name: 'key',              check: keyValue,          needs: ['credential', 'algorithm'],            differs: ['publicKeyAsWritten', 'strictBase64url'] },
  { rows: 'J50',     name: 'public key',       check: publicKey,         needs: ['credential', 'algorithm', 'keyValue'], differs: ['es384ChecksKey', 'opensslThree'] },
  { rows: 'J51-J52', name: 'signature',        check: signatureLength,   needs: ['credential', 'algorithm', 'keyValue'], differs: [] },
  { rows: 'J53',     name: 'signature',        check: signature,         needs: ['credential', 'algorithm', 'keyValue'], differs: ['libraryConvertsEcdsa'] },
  { rows: 'J60',     name: 'claims',           check: registeredClaims,  needs: ['claims'],                             differs: [] },
  { rows: 'J61',     name: 'maximum lifetime', check: maximumExpiration, needs: ['claims'],                             differs: [] },
  { rows: 'J70',     name: 'consumer',         check: consumer,          needs: ['credential', 'key'],                  differs: [] },
];
