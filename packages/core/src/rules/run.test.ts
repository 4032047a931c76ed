import { describe, expect, it } from 'vitest';
import { explainFinding, type Rule, runRules } from './index.ts';

const rule = (id: string, judge: (evidence: number) => unknown): Rule<number> => ({
  id,
  severity: 'warning',
  basis: [{ kind: 'rfc', ref: 'RFC 1' }],
  judge,
  explain: (data) => [[{ text: `${id}: ${JSON.stringify(data)}` }]],
});

const large = rule('large', (n) => (n > 10 ? { found: String(n), wanted: '10', place: { from: 1 } } : undefined));
const odd = rule('odd', (n) => (n % 2 === 1 ? 'odd' : undefined));
const broken = rule('broken', () => {
  throw new TypeError('secret text');
});

describe('running rules', () => {
  it('keeps their order and lifts the spot out of the data', () => {
    expect(runRules([large, odd], 11)).toEqual([
      {
        id: 'large',
        severity: 'warning',
        basis: large.basis,
        data: { found: '11', wanted: '10', place: { from: 1 } },
        found: '11',
        wanted: '10',
        place: { from: 1 },
      },
      { id: 'odd', severity: 'warning', basis: odd.basis, data: 'odd' },
    ]);
  });
  it('shares one list where nothing is found', () => {
    expect(runRules([large, odd], 2)).toBe(runRules([odd], 4));
  });
  it.each([0, 1, 2])('goes on when rule %i throws, and says so without the message', (at) => {
    const rules = [large, odd].toSpliced(at, 0, broken);
    const findings = runRules(rules, 11);
    expect(findings.map(({ id }) => id)).toEqual(['large', 'odd'].toSpliced(at, 0, 'rule-failed'));
    expect(findings[at]).toMatchObject({ severity: 'error', data: { rule: 'broken', reason: 'TypeError' } });
    expect(JSON.stringify(findings)).not.toContain('secret text');
  });
});

describe('explaining', () => {
  const rules = new Map([['odd', odd]]);
  const text = (id: string, data: unknown): string | undefined =>
    explainFinding(rules, { id, severity: 'error', basis: [], data })[0]
      ?.map((span) => span.text)
      .join('');
  it.each([
    ['odd', 1, 'odd: 1'],
    [
      'rule-failed',
      { rule: 'odd', reason: 'TypeError' },
      'The rule odd failed (TypeError): whether it holds is not known.',
    ],
    ['of-another-room', 1, 'of-another-room'],
  ])('%s', (id, data, said) => {
    expect(text(id, data)).toBe(said);
  });
});
