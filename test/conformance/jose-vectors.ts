import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Published vectors, read where they stand and never copied: see `WHY401_TESTDATA` in CONTRIBUTING.md. */
const root = process.env.WHY401_TESTDATA;
const folder = root === undefined ? undefined : join(root, 'jose-vectors');
export const vectorsAreThere = folder !== undefined && existsSync(folder);
export const NOT_THERE = 'not there: WHY401_TESTDATA names no folder with jose-vectors';

export interface Vector {
  /** Stable name, as the list of exceptions has it. */
  readonly id: string;
  readonly token: string;
  /** JSON of a JWK or JWK set, a PEM, … */
  readonly keys: string;
  readonly valid: boolean;
  /** A detached payload. */
  readonly payload?: Uint8Array;
  readonly kind: 'jws' | 'jwe';
}

const json = <T>(...path: readonly string[]): T => JSON.parse(readFileSync(join(folder ?? '', ...path), 'utf8')) as T;

interface WycheproofTest {
  readonly tcId: number;
  readonly result: 'valid' | 'invalid';
  readonly jws?: string | object;
  readonly jwe?: string | object;
}

interface Wycheproof {
  readonly testGroups: readonly {
    readonly public?: object;
    readonly private: object;
    readonly tests: readonly WycheproofTest[];
  }[];
}

const asText = (token: string | object): string => (typeof token === 'string' ? token : JSON.stringify(token));

export function wycheproof(name: string): readonly Vector[] {
  return json<Wycheproof>('wycheproof', `${name}_test.json`).testGroups.flatMap((group) =>
    group.tests.map(
      (test): Vector => ({
        id: `wycheproof ${name} ${test.tcId}`,
        token: asText(test.jws ?? test.jwe ?? ''),
        keys: JSON.stringify(group.public ?? group.private),
        valid: test.result === 'valid',
        kind: test.jwe === undefined ? 'jws' : 'jwe',
      }),
    ),
  );
}

interface Recipe {
  readonly input: { readonly key: object | readonly object[]; readonly payload?: string };
  readonly output: Readonly<Record<string, string | object>>;
}

/** RFC 7520, RFC 8037 and RFC 7797: each form of each example. */
export function cookbook(): readonly Vector[] {
  const files = readdirSync(join(folder ?? '', 'cookbook')).filter(
    (name) => /jws/.test(name) || name.startsWith('rfc7797'),
  );
  return files.flatMap((name) => {
    const { input, output } = json<Recipe>('cookbook', name);
    const keys = JSON.stringify(Array.isArray(input.key) ? { keys: input.key } : input.key);
    return Object.entries(output)
      .filter(([, token]) => token !== undefined && token !== null)
      .map(
        ([form, token]): Vector => ({
          id: `cookbook ${name} ${form}`,
          token: asText(token),
          keys,
          valid: true,
          kind: 'jws',
        }),
      );
  });
}

/** Appendix A of RFC 7515. */
export function appendix(): readonly Vector[] {
  const text = (name: string): string => readFileSync(join(folder ?? '', 'rfc-appendix', name), 'utf8');
  const row = (name: string, token: string, keys: string, valid: boolean): Vector => ({
    id: `rfc7515 ${name}`,
    token: text(token).trim(),
    keys: text(keys),
    valid,
    kind: 'jws',
  });
  return [
    row('A.1', 'rfc7515_A.1.jwsc', 'rfc7515_A.1.jwk', true),
    row('A.3', 'rfc7515_A.3.jwsc', 'rfc7515_A.3.jwk', true),
    row('A.5', 'rfc7515_A.5.jwsc', 'rfc7515_A.3.jwk', false),
    row('A.6 with both keys', 'rfc7515_A.6.jwsg', 'rfc7515_A.6.jwkset', true),
    row('A.1 with another key', 'rfc7515_A.1.jwsc', 'rfc7515_A.3.jwk', false),
  ];
}

/** The key pairs of jose's own tests, in every form they are given in. */
export function josePairs(): Readonly<Record<string, Readonly<Record<string, string | object>>>> {
  return json('panva-jose', 'fixture-keys.json');
}

/** Files of the folder, for what is only recognised. */
export const encrypted = (): readonly string[] => {
  const texts = readdirSync(join(folder ?? '', 'cookbook'))
    .filter((name) => name.startsWith('jwe'))
    .flatMap((name) => Object.values(json<Recipe>('cookbook', name).output))
    .map(asText);
  return texts;
};
