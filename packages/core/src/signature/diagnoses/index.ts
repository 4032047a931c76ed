import type { SignatureEvidence } from '../evidence.ts';
import type { DiagnosisKind } from '../model.ts';
import { algorithmMisspelt } from './algorithm-misspelt.ts';
import { ecdsaDer } from './ecdsa-der.ts';
import { keyOtherCurve } from './key-other-curve.ts';
import { keyOtherKid } from './key-other-kid.ts';
import { keyOtherType } from './key-other-type.ts';
import { pssSaltLength } from './pss-salt-length.ts';
import { publicKeyAsSecret } from './public-key-as-secret.ts';
import { secretBase64 } from './secret-base64.ts';
import { secretCharset } from './secret-charset.ts';
import { secretWhiteSpace } from './secret-white-space.ts';
import { signatureLength } from './signature-length.ts';
import { signedWithOtherAlgorithm } from './signed-with-other-algorithm.ts';
import { signedWithOtherKey } from './signed-with-other-key.ts';
import { tokenReencoded } from './token-reencoded.ts';
import { tokenReserialized } from './token-reserialized.ts';

type Kind = DiagnosisKind<SignatureEvidence, unknown>;

/** Hides the type of the data, which stays between `judge` and `explain` of one kind. */
const kind = <Data>(given: DiagnosisKind<SignatureEvidence, Data>): Kind => ({
  ...given,
  explain: (data) => given.explain(data as Data),
});

/** The likeliest first. */
export const DIAGNOSES: { readonly proven: readonly Kind[]; readonly compared: readonly Kind[] } = {
  proven: [
    kind(secretBase64),
    kind(secretWhiteSpace),
    kind(secretCharset),
    kind(publicKeyAsSecret),
    kind(ecdsaDer),
    kind(pssSaltLength),
    kind(tokenReencoded),
    kind(signedWithOtherKey),
    kind(algorithmMisspelt),
    kind(signedWithOtherAlgorithm),
    kind(tokenReserialized),
  ],
  compared: [kind(keyOtherType), kind(keyOtherCurve), kind(keyOtherKid), kind(signatureLength)],
};
