import { nearest } from '@why401/core/issuer';
import type { JwtSecret } from '../../config/index.ts';
import { fromBytes, toBytes } from '../../wire/bytes.ts';
import { configChange, createEdit, credentialRef, setEdit } from '../edits.ts';
import { Hidden } from '../hidden.ts';
import type { Candidate, ConfigEdit, ConfigValue } from '../model.ts';
import { openAround } from '../open.ts';
import type { Sight } from '../sight.ts';
import type { Entity, Situation } from '../situation.ts';
import { membersOf } from '../surgery/index.ts';
import { configCandidate } from './make.ts';
import { standInKey } from './stand-in.ts';

/** Nearest keys that are worth a trial. */
const NEAREST = 3;

/** The value by which the plugin looks for the credential, as the token has it. */
export function keyValue({ token, config }: Sight): string | undefined {
  const name = fromBytes(config.key_claim_name ?? '');
  if (token === undefined) return undefined;
  const value = membersOf(token, 'claims')?.[name] ?? membersOf(token, 'header')?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** J36: the key of a credential that comes close is spelled as the token spells it. */
export function spellKey(sight: Sight): Candidate[] {
  const value = keyValue(sight);
  if (value === undefined) return [];
  const keys = sight.gateway.jwtSecrets.map(({ key }) => fromBytes(key));
  return nearest(value, keys, NEAREST).flatMap(({ index }) => {
    const credential = sight.gateway.jwtSecrets[index];
    if (credential === undefined) return [];
    const edit = setEdit(sight, credential, credentialRef(credential), 'key', value);
    return configCandidate({ id: 'spell-key-as-token', fix: 'F7' }, configChange(edit));
  });
}

/** J36: a credential for this value, with a key that only the reader has. */
export function createCredential(sight: Sight): Candidate[] {
  const value = keyValue(sight);
  const alg = sight.token === undefined ? undefined : membersOf(sight.token, 'header')?.['alg'];
  if (value === undefined || value === '' || typeof alg !== 'string') return [];
  const { field, key, shown } = keyFor(alg, value);
  const credential: ConfigValue = { key: value, algorithm: alg, [field]: key };
  const consumer = consumerNameFor(sight, value);
  const edit = createConsumer(sight, consumer, { username: consumer, jwt_secrets: [credential] });
  const about = { id: 'create-credential', fix: 'F1', placeholders: [shown] } as const;
  return configCandidate(about, configChange(edit), { assume: ['signature'], standIns: ['key'] });
}

/** Field and placeholder of a key that the reader has to fill in. */
export function keyFor(alg: string, issuer: string): { field: string; key: Hidden; shown: string } {
  const symmetric = alg.startsWith('HS');
  const what = symmetric ? `shared secret of ${issuer}` : `public key of ${issuer}, PEM`;
  const key = new Hidden(symmetric ? 'stand-in-for-the-shared-secret' : standInKey(alg), what);
  return { field: symmetric ? 'secret' : 'rsa_public_key', key, shown: key.placeholder };
}

/** The host of an issuer, or the value itself, made unique. */
function consumerNameFor({ gateway }: Situation, value: string): string {
  const base = /^https?:\/\/([^/:]+)/.exec(value)?.[1] ?? (value.replace(/[^\w.@-]+/g, '-') || 'new-consumer');
  const taken = new Set(gateway.consumers.map(({ username }) => username));
  let name = base;
  for (let n = 2; taken.has(toBytes(name)); n++) name = `${base}-${n}`;
  return name;
}

/** Adds a consumer where the others stand. */
export function createConsumer(situation: Situation, username: string, value: ConfigValue): ConfigEdit | undefined {
  const root = rootOf(situation);
  const ref = { kind: 'consumers', id: null, name: username, owners: {} } as const;
  return root === undefined ? undefined : createEdit(situation, root, ref, 'consumers', value);
}

/** The top of the file that holds the consumers, else of the first file. */
function rootOf(situation: Situation): Entity | undefined {
  const { gateway, files } = situation;
  const name = gateway.consumers[0]?.place().file ?? files[0]?.name;
  if (name === undefined) return undefined;
  const from = openAround(situation, name, [])?.doc.contents?.range?.[0];
  return from === undefined ? undefined : { id: '', place: () => ({ file: name, line: 1, column: 1, from }) };
}

/** A word for a credential in placeholders: its file and line. */
export function whereIs(credential: JwtSecret, field: string): string {
  const { file, line } = credential.place(field);
  return `${file ?? 'the configuration'}:${line ?? 1}`;
}
