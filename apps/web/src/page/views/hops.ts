import { type Child, make } from '../dom/index.ts';
import { hopsAnswer } from '../parts/hops-answer.ts';
import { hopsGiven } from '../parts/hops-given.ts';
import { ladder } from '../parts/ladder.ts';
import { problemStrip } from '../parts/strip.ts';
import { follow } from '../state/index.ts';
import type { View } from './view.ts';

/** Who rejected the request: the chain with its broken link, from answers and logs. */
export const hops: View = {
  id: 'hops',
  title: 'Hops',
  key: '7',
  render: (context) =>
    make(
      'div',
      {},
      hopsGiven(context),
      follow(
        context.store,
        'div',
        { class: 'answer-stack' },
        ({ rejected }) => [rejected] as const,
        ([rejected]): Child[] => {
          if (rejected === null) return [];
          return rejected.state === 'problems'
            ? [problemStrip(rejected.problems)]
            : hopsAnswer(context, rejected.answer);
        },
      ),
      ladder(context),
    ),
};
