import { encodeBase64url } from '@why401/core/encoding';
import { readBase64, readKeys } from '@why401/core/keys';
import type { JwtSecret } from '../../config/index.ts';
import { fromBytes } from '../../wire/bytes.ts';
import { configChange, credentialRef, pluginRef, setEdit } from '../edits.ts';
import { Hidden } from '../hidden.ts';
import type { Candidate, ConfigEdit, ConfigValue, TokenChange } from '../model.ts';
import type { Sight } from '../sight.ts';
import { membersOf, replaceToken, withMembers } from '../surgery/index.ts';
import { keyFor, keyValue, whereIs } from './credential.ts';
import { candidate, configCandidate } from './make.ts';

type Edit = (field: string, value: ConfigValue) => ConfigEdit | undefined;

/** Runs a proposal for the credential that was found. */
function onCredential(sight: Sight, propose: (credential: JwtSecret, edit: Edit) => Candidate[]): Candidate[] {
  const { credential } = sight;
  if (credential === undefined) return [];
  const ref = credentialRef(credential);
  return propose(credential, (field, value) => setEdit(sight, credential, ref, field, value));
}

/** J40: the credential takes the algorithm of the token, or the signer that of the credential. */
export function fitAlgorithm(sight: Sight): Candidate[] {
  return onCredential(sight, (credential, edit) => {
    const alg = sight.token === undefined ? undefined : membersOf(sight.token, 'header')?.['alg'];
    if (typeof alg !== 'string') return [];
    const { field, key, shown } = keyFor(alg, keyValue(sight) ?? fromBytes(credential.key));
    const has = field === 'secret' ? credential.secret !== null : credential.rsaPublicKey !== null;
    const both = configChange(edit('algorithm', alg), edit(field, key));
    const about = { id: 'fit-algorithm', fix: 'F7' } as const;
    return [
      ...(has ? configCandidate(about, configChange(edit('algorithm', alg))) : []),
      ...configCandidate({ ...about, id: 'fit-algorithm-and-key', placeholders: [shown] }, both, {
        assume: ['signature'],
        standIns: ['key'],
      }),
      ...(has ? [] : signWith(sight, credential.algorithm ?? 'HS256', alg)),
    ];
  });
}

function signWith(sight: Sight, wanted: string, alg: string): Candidate[] {
  const signed = sight.token === undefined ? undefined : withMembers(sight.token, 'header', { alg: wanted });
  if (sight.token === undefined || signed === undefined) return [];
  const change: TokenChange = { kind: 'token', part: 'header', name: 'alg', old: alg, new: wanted };
  const request = replaceToken(sight.request, sight.token, signed);
  const about = { id: 'sign-with-credential-algorithm', fix: 'F7', who: 'identity-provider' } as const;
  return candidate(about, change, { request, assume: ['signature'] });
}

/** J41, J53: the stored secret in the alphabet that Kong reads; its bytes stay the same. */
export function recodeSecret(sight: Sight): Candidate[] {
  return onCredential(sight, ({ secret }, edit) => {
    const bytes = secret === null ? undefined : readBase64(secret.trim())?.bytes;
    if (bytes === undefined || sight.credential === undefined) return [];
    const what = `secret of ${whereIs(sight.credential, 'secret')}, base64url`;
    const change = configChange(edit('secret', new Hidden(encodeBase64url(bytes), what)));
    return configCandidate({ id: 'store-secret-in-base64url', fix: 'F8' }, change);
  });
}

/** J41, J43, J53: whether secrets are base64 at all. */
export function toggleBase64(sight: Sight): Candidate[] {
  const { plugin, config } = sight;
  const edit = setEdit(sight, plugin, pluginRef(plugin), 'config.secret_is_base64', !config.secret_is_base64);
  return configCandidate({ id: 'read-secrets-otherwise', fix: 'F8' }, configChange(edit));
}

/** J43: since 3.9 only secrets are base64. */
export function upgradeForKeys({ judgement }: Sight): Candidate[] {
  const change = { kind: 'version', old: judgement.version, new: '3.9' } as const;
  return candidate({ id: 'upgrade', fix: 'F8', who: 'gateway' }, change, { version: '3.9' });
}

/** J53: a line break or blanks that do not belong to the secret. */
export function trimSecret(sight: Sight): Candidate[] {
  return onCredential(sight, ({ secret }, edit) => {
    if (secret === null || sight.credential === undefined || secret.trim() === secret) return [];
    const what = `secret of ${whereIs(sight.credential, 'secret')}, without the line break`;
    const change = configChange(edit('secret', new Hidden(fromBytes(secret.trim()), what)));
    return configCandidate({ id: 'trim-secret', fix: 'F8' }, change);
  });
}

/** J42: the key that is missing; where the secret holds it, that one. */
export function giveKey(sight: Sight): Candidate[] {
  return onCredential(sight, (credential, edit) => {
    const misplaced = credential.secret === null ? undefined : pemOf(sight, credential.secret);
    const { field, key, shown } = keyFor(credential.algorithm ?? 'HS256', fromBytes(credential.key));
    const move = misplaced === undefined ? undefined : configChange(edit('rsa_public_key', misplaced));
    const change = configChange(edit(field, key));
    return [
      ...configCandidate({ id: 'move-key-from-secret', fix: 'F7' }, move),
      ...configCandidate({ id: 'give-credential-a-key', fix: 'F7', placeholders: [shown] }, change, {
        assume: ['signature'],
        standIns: ['key'],
      }),
    ];
  });
}

/** J50: whatever a person can read as a public key, as the PEM that OpenSSL reads. */
export function readableKey(sight: Sight): Candidate[] {
  return onCredential(sight, (credential, edit) => {
    const pem = pemOf(sight, credential.rsaPublicKey ?? '');
    if (pem === undefined || pem === credential.rsaPublicKey) return [];
    return configCandidate({ id: 'store-public-key-as-pem', fix: 'F9' }, configChange(edit('rsa_public_key', pem)));
  });
}

/** J42, J50, J53 where nothing that is at hand fits: the key that signed, which only the reader has. */
export function keyThatSigned(sight: Sight): Candidate[] {
  return onCredential(sight, (credential, edit) => {
    const kid = sight.token === undefined ? undefined : membersOf(sight.token, 'header')?.['kid'];
    const signer = fromBytes(credential.key) + (typeof kid === 'string' ? `, kid ${kid}` : '');
    const { field, key, shown } = keyFor(credential.algorithm ?? 'HS256', signer);
    const change = configChange(edit(field, key));
    return configCandidate({ id: 'store-key-that-signed', fix: 'F12', placeholders: [shown] }, change, {
      assume: ['signature'],
      standIns: ['key'],
    });
  });
}

function pemOf({ ports }: Sight, text: string): string | undefined {
  const reading = readKeys(fromBytes(text), ports.crypto, { expect: 'public' });
  const material = reading.keys.find((key) => key.material?.kind === 'public')?.material;
  return material?.kind === 'public' ? ports.crypto.exportSpkiPem(material.key) : undefined;
}
