import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { issuerAnswer } from '../parts/issuer-answer.ts';
import { issuerAsk } from '../parts/issuer-ask.ts';
import { issuerStages } from '../parts/issuer-stages.ts';
import { problemStrip } from '../parts/strip.ts';
import { follow } from '../state/index.ts';
import type { View } from './view.ts';

/** An issuer: its documents and keys, asked for by named buttons or dropped, and what is wrong with them. */
export const issuer: View = {
  id: 'issuer',
  title: 'Issuer',
  key: '5',
  render: (context) =>
    make(
      'div',
      {},
      issuerAsk(context),
      follow(
        context.store,
        'div',
        { class: 'answer-stack' },
        ({ issuer: state, issued }) => [state.asking, state.problem, issued] as const,
        () => content(context),
      ),
    ),
};

function content(context: Context): Child[] {
  const { issuer: state, issued } = context.store.state;
  const problem = state.problem === null ? [] : [problemStrip([state.problem])];
  if (issued?.state === 'answered') return [...problem, ...issuerAnswer(context, issued.answer, state.asking)];
  if (state.asking !== null) return [...problem, issuerStages([], state.asking)];
  return [...problem, ...(issued === null ? [] : [problemStrip(issued.problems)])];
}
