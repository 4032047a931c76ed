import { fromBytes } from '../../wire/bytes.ts';
import { configChange, credentialRef, setEdit } from '../edits.ts';
import { Hidden } from '../hidden.ts';
import type { Candidate, TokenChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { decoded, rawFromDer, replaceToken, withMembers, withSignature } from '../surgery/index.ts';
import { whereIs } from './credential.ts';
import { candidate, configCandidate } from './make.ts';

/** Length of one half of a raw signature, in bytes (RFC 7518 §3.4). */
const HALF: Readonly<Record<string, number>> = { ES256: 32, ES384: 48, ES512: 66 };

/** J51: DER is turned into r and s; another length needs another key at the signer. */
export function rawSignature(sight: Sight): Candidate[] {
  const { token, credential } = sight;
  const half = HALF[credential?.algorithm ?? ''];
  if (token === undefined || half === undefined) return [];
  const signature = decoded(token.split('.')[2] ?? '') ?? '';
  const raw = rawFromDer(signature, half);
  const change: TokenChange = {
    kind: 'token',
    part: 'signature',
    name: 'signature',
    old: raw === undefined ? `${signature.length} bytes` : `DER, ${signature.length} bytes`,
    new: `r and s, ${2 * half} bytes`,
  };
  const about = { fix: 'F10', who: 'identity-provider' } as const;
  const rewritten = withSignature(token, raw ?? '\0'.repeat(2 * half));
  const request = replaceToken(sight.request, token, rewritten);
  if (raw !== undefined) return candidate({ ...about, id: 'sign-raw-not-der' }, change, { request });
  return candidate({ ...about, id: 'sign-with-the-right-curve' }, change, { request, assume: ['signature'] });
}

/** Bytes that Kong wants of any PS* signature. */
const PSS_LENGTH = 256;

/** J52: Kong takes PS* of 2048-bit keys only. */
export function smallerPssKey(sight: Sight): Candidate[] {
  const { token } = sight;
  if (token === undefined) return [];
  const length = (decoded(token.split('.')[2] ?? '') ?? '').length;
  const rewritten = withSignature(token, '\0'.repeat(PSS_LENGTH));
  const change: TokenChange = {
    kind: 'token',
    part: 'key',
    name: 'RSA key',
    old: `${8 * length} bits`,
    new: '2048 bits',
  };
  const about = { id: 'sign-with-2048-bit-key', fix: 'F11', who: 'identity-provider' } as const;
  return candidate(about, change, { request: replaceToken(sight.request, token, rewritten), assume: ['signature'] });
}

/** Other credentials whose keys are tried on a signature. */
const MOST_TRIED = 50;

/** J53: the key of another credential made this signature. */
export function keyOfOther(sight: Sight): Candidate[] {
  const { credential, gateway } = sight;
  if (credential === undefined) return [];
  const symmetric = (credential.algorithm ?? 'HS256').startsWith('HS');
  const own = symmetric ? credential.secret : credential.rsaPublicKey;
  const others = gateway.jwtSecrets.filter((other) => {
    const key = symmetric ? other.secret : other.rsaPublicKey;
    return key !== null && key !== own && (other.algorithm ?? 'HS256') === (credential.algorithm ?? 'HS256');
  });
  return others.slice(0, MOST_TRIED).flatMap((other) => {
    const [field, text] = symmetric ? ['secret', other.secret] : ['rsa_public_key', other.rsaPublicKey];
    const what = `${field} of ${whereIs(other, field ?? '')}`;
    const key =
      symmetric || /PRIVATE/.test(text ?? '') ? new Hidden(fromBytes(text ?? ''), what) : fromBytes(text ?? '');
    const edit = setEdit(sight, credential, credentialRef(credential), field ?? '', key);
    return configCandidate({ id: 'use-key-of-other-credential', fix: 'F12' }, configChange(edit));
  });
}

/** J53 and the like: a change of the claims that needs a new signature. */
export function reissued(sight: Sight, claims: { readonly [name: string]: unknown }) {
  const { token } = sight;
  const issued = token === undefined ? undefined : withMembers(token, 'claims', claims);
  return token === undefined || issued === undefined ? undefined : replaceToken(sight.request, token, issued);
}
