import { toBytes } from '../../../wire/index.ts';
import { isUnknown } from '../../unknown.ts';
import { type Field, foreign, record, text } from '../field.ts';
import { isTable } from '../table.ts';
import { id, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';

/** `kong/db/schema/entities/key_sets.lua` */
export const keySets = (setting: Setting): EntitySchema => ({
  name: 'key_sets',
  endpointKey: 'name',
  cacheKey: null,
  record: {
    fields: { id, name: text({ unique: true }), tags: tags(setting), created_at: seconds, updated_at: seconds },
    open: setting.rules.closedSource,
  },
});

const PEM = ['private_key', 'public_key'];

const pem = (setting: Setting): Field =>
  record(
    {
      fields: {
        private_key: text({ referenceable: true, secret: true }),
        public_key: text({ referenceable: true }),
      },
      checks: [{ kind: 'at-least-one-of', fields: PEM }],
    },
    { required: false, test: pemKeys(setting) },
  );

const pemKeys =
  (setting: Setting) =>
  (keys: Readonly<Record<string, unknown>>): string | undefined => {
    if (PEM.some((name) => isReference(keys[name]))) return undefined;
    if (!loads(keys['public_key'], setting)) return 'could not load public key';
    return loads(keys['private_key'], setting) ? undefined : 'could not load private key';
  };

const isReference = (value: unknown): boolean => typeof value === 'string' && value.startsWith('{vault://');
const loads = (key: unknown, { keyLoads }: Setting): boolean =>
  typeof key !== 'string' || isUnknown(key) || keyLoads(toBytes(key)) !== false;

/** `kong/db/schema/entities/keys.lua` */
export const keys = (setting: Setting): EntitySchema => ({
  name: 'keys',
  endpointKey: 'name',
  cacheKey: ['kid', 'set'],
  record: {
    fields: {
      id,
      set: foreign('key_sets'),
      name: text({ unique: true }),
      kid: text({ required: true }),
      jwk: text({ referenceable: true, secret: true }),
      pem: pem(setting),
      tags: tags(setting),
      created_at: seconds,
      updated_at: seconds,
    },
    checks: [
      { kind: 'mutually-exclusive', fields: ['pem', 'jwk'] },
      { kind: 'at-least-one-of', fields: ['pem', 'jwk'] },
      { kind: 'custom', fields: ['jwk', 'pem', 'kid'], test: (key) => jwkFault(key, setting) },
    ],
    open: setting.rules.closedSource,
  },
});

function jwkFault({ jwk, kid }: Readonly<Record<string, unknown>>, setting: Setting): string | undefined {
  if (typeof jwk !== 'string' || isReference(jwk) || isUnknown(jwk)) return undefined;
  const parsed = parse(jwk);
  if (parsed === undefined) return 'could not json decode jwk string';
  if (!isTable(parsed)) return undefined;
  if ((parsed as { readonly kid?: unknown }).kid !== kid) return 'kid in jwk.kid must be equal to keys.kid';
  return loads(jwk, setting) ? undefined : 'could not load JWK, likely not a valid key';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
