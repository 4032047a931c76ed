import { readKeys } from '@why401/core/keys';
import { readToken } from '@why401/core/parse';
import { judgeToken } from '@why401/core/verdict';
import { createCrypto } from '@why401/node';
import { NOW_MS } from '@why401/testkit';
import { describe, expect, it } from 'vitest';
import { joseAccepts } from './jose.ts';
import { EXCEPTIONS } from './jose-exceptions.ts';
import {
  appendix,
  cookbook,
  encrypted,
  josePairs,
  NOT_THERE,
  type Vector,
  vectorsAreThere,
  wycheproof,
} from './jose-vectors.ts';

const crypto = createCrypto();

function outcome({ token, keys, payload }: Vector): string {
  const reading = readKeys(keys, crypto);
  const policy = payload === undefined ? {} : { payload };
  const request = { keys: reading.keys, policy, now: NOW_MS, leeway: 0, issuers: undefined, audiences: undefined };
  return judgeToken(token, request, crypto).signature.outcome;
}

const isRight = (vector: Vector): boolean => (outcome(vector) === 'valid') === vector.valid;

describe.skipIf(!vectorsAreThere)(vectorsAreThere ? 'published JOSE vectors' : NOT_THERE, () => {
  const all = vectorsAreThere
    ? [
        ...['signature', 'key', 'crypto'].flatMap((name) => wycheproof(`json_web_${name}`)),
        ...cookbook(),
        ...appendix(),
      ]
    : [];
  const signed = all.filter(({ kind }) => kind === 'jws');

  it('are there in number', () => {
    expect(signed.length).toBeGreaterThan(130);
    expect(signed.filter(({ valid }) => valid).length).toBeGreaterThan(35);
  });

  it.each([
    ['accepted', false],
    ['refused', true],
  ])('none wrongly %s', (_, valid) => {
    const wrong = signed.filter((vector) => vector.valid === valid && !isRight(vector) && !(vector.id in EXCEPTIONS));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('has only exceptions that are still needed', () => {
    const needed = signed.filter((vector) => !isRight(vector)).map(({ id }) => id);
    expect(Object.keys(EXCEPTIONS).filter((id) => !needed.includes(id))).toEqual([]);
  });

  it('accepts nothing that jose refuses', async () => {
    const ours = signed.filter((vector) => outcome(vector) === 'valid');
    const refused: string[] = [];
    for (const { id, token, keys } of ours) if (!(await joseAccepts(token, keys))) refused.push(id);
    expect(refused).toEqual([]);
  });

  it('refuses what jose accepts only where the vectors want it refused', async () => {
    const stricter: Vector[] = [];
    for (const vector of signed) {
      if (outcome(vector) !== 'valid' && (await joseAccepts(vector.token, vector.keys))) stricter.push(vector);
    }
    expect(stricter.filter(({ valid }) => valid).map(({ id }) => id)).toEqual([]);
    // Keys for encryption, of another algorithm, too short or with a known fault; spaces in a segment.
    expect(stricter.length).toBeGreaterThan(5);
  });

  it('recognises what is encrypted, and never takes it for verified', () => {
    const tokens = [...encrypted(), ...wycheproof('json_web_encryption').map(({ token }) => token)];
    const whole = tokens.filter((token) => readToken(token).kind === 'jwe');
    expect(whole.length).toBeGreaterThan(50);
    const request = { keys: [], policy: {}, now: NOW_MS, leeway: 0, issuers: undefined, audiences: undefined };
    const outcomes = tokens.map((token) => judgeToken(token, request, crypto).signature.outcome);
    expect(outcomes).not.toContain('valid');
  });

  it('reads the keys of jose’s own tests in each form, as one key', () => {
    for (const forms of Object.values(josePairs())) {
      const keys = Object.values(forms).flatMap(
        (form) => readKeys(typeof form === 'string' ? form : JSON.stringify(form), crypto).keys,
      );
      expect(keys).toHaveLength(Object.keys(forms).length);
      const materials = keys.map(({ material }) =>
        material?.kind === 'public' ? Buffer.from(material.spki).toString('hex') : '',
      );
      expect(new Set(materials).size).toBe(1);
    }
  });
});
