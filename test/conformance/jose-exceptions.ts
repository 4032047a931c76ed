/**
 * Vectors whose published result is not ours, each with its reason. The test fails when one of
 * these comes out as published after all, so that the list cannot outlive its reasons.
 */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  // Published as invalid, accepted here.
  'wycheproof json_web_signature 367': 'said to have bad padding, but octet for octet the valid vector 357',
  'wycheproof json_web_signature 370': 'said to have bad padding, but octet for octet the valid vector 357',
  'wycheproof json_web_key 1':
    'flagged as ambiguous: a set with a secret and a public key. No RFC refuses it, RFC 7520 §4.8 verifies with such a ' +
    'set, and each key takes part for its own algorithm only; the set is reported (symmetric-key-in-set)',
  'wycheproof json_web_crypto 17':
    'a right signature in the JSON serialization, for libraries that take the compact one alone. RFC 7515 §7.2 defines ' +
    'it; that it is no JWT is reported (json-serialization)',
  // Published as valid, refused here.
  'wycheproof json_web_signature 372':
    'a “?” inside the header segment, to be skipped by the reader: RFC 7515 §2 has no such character, and jose refuses it',
  'wycheproof json_web_signature 373':
    'a “?” inside the payload segment, to be skipped by the reader: RFC 7515 §2 has no such character, and jose refuses it',
  'cookbook rfc7797__4.2.hmac-sha2_b64_false.json json':
    'the encoded header of the file lacks the “crit” that its own listing, and RFC 7797 §6, have; jose refuses it',
  'cookbook rfc7797__4.2.hmac-sha2_b64_false.json json_flat':
    'the encoded header of the file lacks the “crit” that its own listing, and RFC 7797 §6, have; jose refuses it',
};
