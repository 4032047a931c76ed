import { groupSteps, type StepLine } from '@why401/core/report';
import { type Child, make } from '../dom/index.ts';
import { spans } from './spans.ts';

/** Mark, tone and words of an outcome: never told by colour alone. */
const OUTCOMES: Readonly<Record<StepLine['outcome'], readonly [sign: string, tone: string, words: string]>> = {
  pass: ['✓', 'good', 'passed'],
  fail: ['✗', 'bad', 'failed'],
  unknown: ['?', 'warn', 'unknown'],
  'not-applicable': ['–', 'dim', 'not applicable'],
  'not-reached': ['–', 'dim', 'not reached'],
};

export function outcomeSign(outcome: StepLine['outcome']): HTMLElement {
  const [sign, tone, words] = OUTCOMES[outcome];
  return make('span', { class: `sign ${tone}`, attributes: { role: 'img', 'aria-label': words } }, sign);
}

/** `inside` says what a step opens to; undefined where there is nothing more to say. */
export function steps(
  lines: readonly StepLine[],
  inside: (step: StepLine, at: number, head: readonly Child[]) => HTMLElement | undefined = () => undefined,
): HTMLElement {
  const items = groupSteps(lines).map((group) => {
    if ('notReached' in group)
      return make(
        'li',
        { class: 'step not-reached dim' },
        outcomeSign('not-reached'),
        `not reached: ${group.notReached.join(', ')}`,
      );
    const { step } = group;
    const head = [
      outcomeSign(step.outcome),
      make('span', { class: 'step-name' }, step.name),
      make('span', { class: 'step-detail' }, ...spans(step.detail)),
    ];
    return make(
      'li',
      { class: `step ${step.outcome}` },
      inside(step, lines.indexOf(step), head) ?? make('div', { class: 'step-head' }, ...head),
    );
  });
  return make('ol', { class: 'steps' }, ...items);
}
