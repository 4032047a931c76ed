import { describe, expect, it } from 'vitest';
import type { Check, Judgement } from '../../judgement/index.ts';
import { claimUses } from './claim-uses.ts';

const plugin = { name: 'jwt' } as NonNullable<Check['plugin']>;
const check = (step: string, outcome: Check['outcome'], data: object): Check => ({
  plugin,
  step,
  name: step,
  outcome,
  data,
  basis: [],
});
const known = check('J22', 'pass', { alg: 'RS256', type: 'string', listed: [] });
const iss = { claim: 'iss', source: 'payload', type: 'string', value: 'x' };
const { source: _, ...byValue } = iss;
const found = [known, check('J31', 'pass', iss), check('J36', 'pass', { ...byValue, credentials: 1 })];
const fitting = check('J40', 'pass', { alg: 'RS256', algorithm: 'RS256', credential: 'x' });
const times = (outcome: Check['outcome'], ...checked: readonly (readonly [string, string])[]) =>
  check('J60', outcome, { checked: checked.map(([name, result]) => ({ name, outcome: result, value: 1, now: 1 })) });

describe('what the plugin does with each claim', () => {
  it.each<[string, readonly Check[], string]>([
    ['nothing, where it saw no token', [check('J10', 'fail', {})], ''],
    [
      'unknown algorithm',
      [check('J22', 'fail', known.data as object)],
      'alg refused, exp not-reached, nbf not-reached',
    ],
    [
      'no credential',
      [known, check('J31', 'pass', iss), check('J36', 'fail', { ...byValue, credentials: 1 })],
      'alg checked, iss refused, exp not-reached, nbf not-reached',
    ],
    [
      'no such claim',
      [known, check('J31', 'fail', { claim: 'iss', type: 'nil' })],
      'alg checked, exp not-reached, nbf not-reached',
    ],
    [
      'found by the header',
      [known, check('J31', 'pass', { ...iss, claim: 'kid', source: 'header' })],
      'alg checked, kid looked-up, exp not-reached, nbf not-reached',
    ],
    [
      'another algorithm',
      [...found, check('J40', 'fail', fitting.data as object)],
      'alg refused, iss looked-up, exp not-reached, nbf not-reached',
    ],
    [
      'nothing listed',
      [...found, fitting, times('not-applicable')],
      'alg checked, iss looked-up, exp ignored, nbf ignored',
    ],
    [
      'expired',
      [...found, fitting, times('fail', ['exp', 'expired'])],
      'alg checked, iss looked-up, exp refused, nbf ignored',
    ],
    [
      'both good',
      [...found, fitting, times('pass', ['nbf', 'pass'], ['exp', 'pass'])],
      'alg checked, iss looked-up, exp checked, nbf checked',
    ],
    [
      'a lifetime too long, exp itself unchecked',
      [...found, fitting, times('not-applicable'), check('J61', 'fail', { exp: 9, now: 1, maximum: 3 })],
      'alg checked, iss looked-up, exp refused, nbf ignored',
    ],
  ])('%s', (_, path, wanted) => {
    const uses = claimUses({ path } as Pick<Judgement, 'path'>);
    const named = uses.filter(({ name }) => name !== '*');
    expect(named.map(({ name, use }) => `${name} ${use}`).join(', ')).toBe(wanted);
    expect(uses.length - named.length).toBe(wanted === '' ? 0 : 2);
  });
});
