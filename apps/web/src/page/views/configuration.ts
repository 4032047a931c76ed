import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { configuration as summary } from '../parts/configuration.ts';
import { entities } from '../parts/entities.ts';
import { routingAnswer } from '../parts/routing-answer.ts';
import { routingRequest } from '../parts/routing-request.ts';
import { problemStrip, strip } from '../parts/strip.ts';
import { follow } from '../state/index.ts';
import { countWords } from '../words/index.ts';
import type { View } from './view.ts';

/** The gateway's configuration: what is in it, which Route takes a request and why no other, and which plugins run. */
export const configuration: View = {
  id: 'configuration',
  title: 'Configuration',
  key: '6',
  render: (context) =>
    follow(
      context.store,
      'div',
      { class: 'answer-stack' },
      ({ configuration: found }) =>
        [(found?.files ?? []).length > 0, (found?.refusals ?? []).length, found?.files] as const,
      ([isLoaded, refusals]) => (isLoaded ? loaded(context, refusals) : [empty()]),
    ),
};

const empty = (): HTMLElement =>
  make(
    'p',
    { class: 'empty' },
    'Drop the configuration of the gateway here: decK files or a DB-less kong.yaml, several at once. Then this shows which Route takes a request, why every other one does not, and which plugins run.',
  );

function loaded(context: Context, refusals: number): Child[] {
  if (refusals > 0)
    return [
      strip({
        tone: 'bad',
        headline: `Kong refuses this configuration: ${countWords(refusals, 'reason')}`,
        below: [make('p', { class: 'by' }, 'It never runs, so no Route takes a request; what ran before goes on.')],
      }),
      make('div', { class: 'card' }, summary(context)),
      entities(context),
    ];
  return [
    routingRequest(context),
    follow(
      context.store,
      'div',
      { class: 'answer-stack' },
      ({ routed }) => [routed] as const,
      ([routed]): Child[] => {
        if (routed === null) return [];
        return routed.state === 'problems' ? [problemStrip(routed.problems)] : routingAnswer(context, routed.answer);
      },
    ),
    entities(context),
  ];
}
