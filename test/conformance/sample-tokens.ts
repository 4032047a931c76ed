import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Published sample tokens, and whether each verifies with a key that is published with it. */
const root = process.env.WHY401_TESTDATA;
const folder = root === undefined ? undefined : join(root, 'tokens');
export const samplesAreThere = folder !== undefined && existsSync(folder);

export interface Sample {
  readonly id: string;
  readonly token: string;
  /** Texts of keys; one of them is said to fit. */
  readonly keys: readonly SampleKey[];
  readonly verifies: boolean;
}

export interface SampleKey {
  readonly text: string;
  readonly encoding: 'key' | 'text' | 'base64url';
}

interface KeyRow {
  readonly format: 'pem' | 'jwk' | 'jwks' | 'secret' | 'secret-base64url';
  readonly value: string | object;
}

interface TokenRow {
  readonly name?: string;
  readonly token?: string;
  readonly signature_verifies?: boolean | null;
  readonly hmac_secret?: string;
  readonly keys?: readonly KeyRow[];
  readonly jwks_index?: readonly number[];
}

interface File {
  readonly keys?: readonly KeyRow[];
  readonly jwks_sets?: readonly object[];
  readonly tokens?: readonly TokenRow[];
}

const keyOf = ({ format, value }: KeyRow): SampleKey => ({
  text: typeof value === 'string' ? value : JSON.stringify(value),
  encoding: format === 'secret' ? 'text' : format === 'secret-base64url' ? 'base64url' : 'key',
});

function samplesOf(name: string): readonly Sample[] {
  const file = JSON.parse(readFileSync(join(folder ?? '', name), 'utf8')) as File;
  return (file.tokens ?? []).flatMap((row, index): readonly Sample[] => {
    if (typeof row.token !== 'string') return [];
    // The list does not say it of ML-DSA, which its makers could not check; each has its key beside it.
    const isPostQuantum = /ML-DSA/.test(row.name ?? '') && row.keys !== undefined;
    const verifies = row.signature_verifies ?? (isPostQuantum ? true : undefined);
    if (verifies === undefined) return [];
    const sets = (row.jwks_index ?? []).map(
      (set): SampleKey => ({ text: JSON.stringify(file.jwks_sets?.[set]), encoding: 'key' }),
    );
    const secret: readonly SampleKey[] =
      row.hmac_secret === undefined ? [] : [{ text: row.hmac_secret, encoding: 'text' }];
    const keys = [...(row.keys ?? []), ...(file.keys ?? [])].map(keyOf);
    return [
      {
        id: `${name} ${row.name ?? index}`,
        token: row.token,
        keys: [...secret, ...keys, ...sets],
        verifies,
      },
    ];
  });
}

export const samples = (): readonly Sample[] =>
  readdirSync(folder ?? '')
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .flatMap(samplesOf);
