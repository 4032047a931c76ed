import type { Section } from '@why401/core/report';
import { expect, it } from 'vitest';
import { verdictsOf } from './verdicts.ts';

const section = (id: string, ...texts: readonly string[]): Section => ({
  id,
  title: id,
  blocks: [{ kind: 'text', lines: [texts.map((text) => ({ text }))] }],
});

it('keeps the verdicts of several instances apart, each with its data', () => {
  const sections = [
    section('verdict-1', '1 of 2: jwt, route a'),
    section('reply', '401 Unauthorized'),
    section('why', 'No jwt credential has ', 'it.'),
    section('verdict-2', '2 of 2: jwt, route b'),
    section('reply', 'Passed on', ': the upstream answers'),
  ];
  const verdicts = verdictsOf({ title: '2 verdicts', sections }, { verdicts: [{ step: 'J36' }, { step: null }] });
  expect(
    verdicts.map(({ label, report: { title, sections: of }, data }) => [
      label,
      title,
      of.map(({ id }) => id),
      data.step,
    ]),
  ).toEqual([
    ['1 of 2: jwt, route a', '401 Unauthorized: No jwt credential has it.', ['reply', 'why'], 'J36'],
    ['2 of 2: jwt, route b', 'Passed on', ['reply'], null],
  ]);
});

it('leaves a single one as it is', () => {
  const report = { title: '401', sections: [section('reply')] };
  expect(verdictsOf(report, { step: 'J10' })).toEqual([{ report, data: { step: 'J10' } }]);
});
