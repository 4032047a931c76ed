import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeys } from '@why401/core/keys';
import { createCrypto } from '@why401/node';
import { describe, expect, it } from 'vitest';

const root = process.env.WHY401_TESTDATA;
const folder = root === undefined ? undefined : join(root, 'jwks');
const isThere = folder !== undefined && existsSync(folder);
const crypto = createCrypto();

interface Row {
  readonly id: string;
  readonly file: string;
  readonly keys: number;
  /** Mechanical observations, `key 3 (kid …): RSA modulus 1024 bits (< 2048)`. */
  readonly findings: readonly string[];
}

/** What an observation is called here. */
const CODES: readonly (readonly [observation: RegExp, code: RegExp])[] = [
  [/is not base64url/, /^jwk-member-(encoding|not-base64url)$/],
  [/has a leading zero octet|is \d+ octets,/, /^jwk-member-length$/],
  [/RSA modulus \d+ bits/, /^rsa-key-short$/],
  [/private members present/, /^private-key-material$/],
  [/symmetric key in the set/, /^symmetric-key-in-set$/],
  [/unknown kty/, /^jwk-kty-unknown$/],
  [/without n\/e/, /^jwk-member-missing$/],
  [/x5c\[0\] cannot be parsed/, /^x5c-broken$/],
  [/is not a registered JOSE algorithm/, /^jwk-alg-(misspelt|unregistered)$/],
  [/not registered for JOSE signature use/, /^jwk-curve-unregistered$/],
  [/several keys, at least one without kid/, /^kid-missing$/],
];

/** Dates of certificates need a clock; `use` is looked at when a key is chosen. */
const ELSEWHERE = /certificate valid|use enc/;

describe.skipIf(!isThere)(
  isThere ? 'published key sets' : 'not there: WHY401_TESTDATA names no folder with jwks',
  () => {
    const rows = isThere
      ? (JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { items: readonly Row[] }).items
      : [];

    it.each(rows.map((row) => [row.id, row] as const))('%s', (_, row) => {
      const reading = readKeys(readFileSync(join(folder ?? '', row.file)), crypto);
      expect(reading.form).toBe('jwks');
      expect(reading.keys).toHaveLength(row.keys);
      const unnamed = row.findings.filter((finding) => {
        if (ELSEWHERE.test(finding)) return false;
        const code = CODES.find(([observation]) => observation.test(finding))?.[1];
        const index = /^key (\d+)/.exec(finding)?.[1];
        const found = index === undefined ? undefined : reading.keys[Number(index)];
        // A modulus in a secret means nothing and is not looked at.
        if (found?.kty === 'oct' && finding.includes(': n is')) return false;
        const key = found?.problems ?? [];
        return code === undefined || ![...reading.problems, ...key].some((problem) => code.test(problem.code));
      });
      expect(unnamed).toEqual([]);
    });

    it('are usable but for the keys that are said to be bad', () => {
      const good = rows.filter(({ findings }) => findings.every((finding) => ELSEWHERE.test(finding)));
      const unusable = good.flatMap(({ id, file }) =>
        readKeys(readFileSync(join(folder ?? '', file)), crypto)
          .keys.filter(({ usable }) => usable !== 'yes')
          .map(({ index }) => `${id} ${index}`),
      );
      expect(good.length).toBeGreaterThan(40);
      expect(unusable).toEqual([]);
    });
  },
);
