import { code, type Line, line, value } from '../report/index.ts';
import type { SignatureReason, SignatureVerdict } from '../signature/index.ts';

/** Why, and what to do, where no diagnosis says it better. */
export interface ReasonWords {
  readonly why: readonly Line[];
  readonly cure: readonly Line[];
}

type Words = (verdict: SignatureVerdict, keys: number) => ReasonWords;

const words = (why: Line, cure?: Line): ReasonWords => ({ why: [why], cure: cure === undefined ? [] : [cure] });

const WORDS: Readonly<Record<SignatureReason, Words>> = {
  verified: ({ algorithm = '' }) =>
    words(line`The signature is one of ${value(algorithm)} by the key below, and covers header and payload.`),
  'not-a-token': () =>
    words(
      line`This is no signed token: it has not three parts that decode.`,
      line`Take the whole token, from ${code('eyJ')} to the end of the third part.`,
    ),
  opaque: () =>
    words(
      line`This is no JOSE token at all, so it has no signature to check.`,
      line`Only its issuer can tell what it is worth: ask its introspection endpoint (RFC 7662).`,
    ),
  encrypted: () =>
    words(
      line`The token is encrypted (JWE): what it says, and whether it is signed inside, only the owner of the private key can see.`,
      line`Decrypt it first, and check the token inside.`,
    ),
  'header-unreadable': () =>
    words(
      line`The header cannot be read, so nothing says how the token is signed.`,
      line`Take the token again from its source: it was damaged on the way.`,
    ),
  'algorithm-missing': () =>
    words(
      line`The header has no ${code('alg')}, or one that is no string (RFC 7515 §4.1.1).`,
      line`The signer must name its algorithm.`,
    ),
  'algorithm-none': () =>
    words(
      line`The token says ${value('none')}: it is not signed, and anybody can write such a token.`,
      line`The issuer must sign its tokens. An attacker removes signatures this way: do not accept it.`,
    ),
  'algorithm-encrypts': ({ algorithm = '' }) =>
    words(
      line`${value(algorithm)} is an algorithm for encryption; it makes no signature.`,
      line`The signer must use a signature algorithm, such as RS256 or ES256.`,
    ),
  'algorithm-unknown': ({ algorithm = '' }) =>
    words(
      line`There is no signature algorithm ${value(algorithm)}. Names are compared to the letter, upper and lower case differ.`,
      line`The signer must use a registered algorithm (RFC 7518 §3.1).`,
    ),
  'algorithm-not-checked': ({ algorithm = '' }) =>
    words(line`${value(algorithm)} cannot be checked here. That says nothing about the signature.`),
  'algorithm-not-allowed': ({ algorithm = '', details }) =>
    words(
      line`The token is signed with ${value(algorithm)}; accepted: ${value(details.join(', '))}.`,
      line`Either the signer or the list of accepted algorithms must change.`,
    ),
  'crit-malformed': ({ details }) =>
    words(
      line`The header parameter ${code('crit')} is not as RFC 7515 §4.1.11 wants it${details.length > 0 ? `: ${details.join(', ')}` : ''}.`,
      line`The signer must list in it, once each, extensions that the header has, and leave it out where there are none.`,
    ),
  'crit-not-understood': ({ details }) =>
    words(
      line`The header calls ${value(details.join(', '))} critical: who does not know this extension must refuse the token (RFC 7515 §4.1.11).`,
      line`The signer must leave the extension out, or the reader must learn it.`,
    ),
  malformed: ({ details }) =>
    words(
      line`The token is not well formed (${value([...new Set(details)].join(', '))}), and must be refused whatever its signature is.`,
      line`See what is said about its form.`,
    ),
  'unencoded-payload': () =>
    words(
      line`The header says ${code('b64: false')}: the payload is not encoded. JWTs must not do that (RFC 7797 §7).`,
      line`The signer must leave out ${code('b64')} and ${code('crit')}.`,
    ),
  'signature-empty': () =>
    words(
      line`The third part is empty: there is no signature.`,
      line`Take the whole token. If the issuer sends it like this, it does not sign.`,
    ),
  'no-key-given': () =>
    words(line`There is no key to check the signature with.`, line`Give one: ${code('--key FILE')}.`),
  'no-key-fits': (_, keys) =>
    words(
      line`None of the ${keys} keys can have made this signature: see below why each was dropped.`,
      line`Give the keys of the token’s own issuer: the document behind its ${code('jwks_uri')}.`,
    ),
  'runtime-lacks-algorithm': ({ algorithm = '' }) =>
    words(
      line`${value(algorithm)} cannot be computed by this runtime. That says nothing about the signature.`,
      line`Run it with Node 24 or newer.`,
    ),
  'does-not-verify': () =>
    words(
      line`The signature was not made with the key below over this header and payload.`,
      line`Either the token was changed after signing, or another key signed it: a secret of another environment, a key since rotated.`,
    ),
};

export const reasonWords = (verdict: SignatureVerdict, keys: number): ReasonWords =>
  WORDS[verdict.reason](verdict, keys);
