import type { StepLine } from '@why401/core/report';
import { describe, expect, it } from 'vitest';
import type { PathEntry } from '../state/index.ts';
import { matchSteps } from './match-steps.ts';

const line = (name: string, outcome: StepLine['outcome'] = 'pass'): StepLine => ({ name, outcome, detail: [] });
const entry = (step: string, name: string, outcome = 'pass'): PathEntry => ({ step, name, outcome, basis: [] });

describe('lines of the path and what stands behind them', () => {
  it.each<[string, StepLine[], PathEntry[], (string | undefined)[]]>([
    [
      'in order, unsaid checks left out',
      [line('route'), line('alg')],
      [entry('P1', 'request'), entry('P3', 'route'), entry('J22', 'alg')],
      ['P3', 'J22'],
    ],
    ['the same name twice', [line('route'), line('route')], [entry('P3', 'route'), entry('P4', 'route')], ['P3', 'P4']],
    ['another outcome', [line('alg', 'fail')], [entry('J22', 'alg')], [undefined]],
    [
      'a line without an entry does not lose the next',
      [line('x'), line('alg')],
      [entry('J22', 'alg')],
      [undefined, 'J22'],
    ],
  ])('%s', (_, lines, entries, wanted) => {
    expect(matchSteps(lines, entries).map((found) => found?.step)).toEqual(wanted);
  });
});
