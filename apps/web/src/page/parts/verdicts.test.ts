import type { Section } from '@why401/core/report';
import { expect, it } from 'vitest';
import { verdictsOf } from './verdicts.ts';

const section = (id: string, text = ''): Section => ({
  id,
  title: id,
  blocks: [{ kind: 'text', lines: [[{ text }]] }],
});

it('keeps the verdicts of several instances apart, each with its data', () => {
  const sections = [
    section('verdict-1', '1 of 2: jwt, route a'),
    section('reply'),
    section('why'),
    section('verdict-2', '2 of 2: jwt, route b'),
    section('reply'),
  ];
  const verdicts = verdictsOf({ title: '2 verdicts', sections }, { verdicts: [{ step: 'J36' }, { step: null }] });
  expect(verdicts.map(({ report, data }) => [report.title, report.sections.map(({ id }) => id), data.step])).toEqual([
    ['1 of 2: jwt, route a', ['reply', 'why'], 'J36'],
    ['2 of 2: jwt, route b', ['reply'], null],
  ]);
});

it('leaves a single one as it is', () => {
  const report = { title: '401', sections: [section('reply')] };
  expect(verdictsOf(report, { step: 'J10' })).toEqual([{ report, data: { step: 'J10' } }]);
});
