import { type Context, timelineTokens } from '../actions/index.ts';
import { make } from '../dom/index.ts';
import { sameAs } from '../parts/same-as.ts';
import { timeline as picture } from '../parts/timeline.ts';
import { follow } from '../state/index.ts';
import type { View } from './view.ts';

/** Which of the pasted tokens are valid at a time. */
export const timeline: View = {
  id: 'timeline',
  title: 'Timeline',
  key: '3',
  render: (context) =>
    make(
      'div',
      {},
      follow(
        context.store,
        'div',
        {},
        ({ reading }) => [reading.paste] as const,
        () => beginning(context),
      ),
      make('div', { class: 'card' }, picture(context)),
      follow(
        context.store,
        'div',
        {},
        ({ timed }) => [timed] as const,
        ([timed]) => (timed?.state === 'answered' ? [sameAs(context, 'timed', timed.answer.sameAs)] : []),
      ),
    ),
};

function beginning(context: Context) {
  const { state } = context.store;
  const shown = timelineTokens(state).length;
  const all = state.reading.paste.tokens.length;
  if (shown === 0)
    return [
      make(
        'p',
        { class: 'empty' },
        'Paste one or more tokens; the picture shows when each is valid, and what ends it.',
      ),
    ];
  return all > shown ? [make('p', { class: 'empty' }, `The first ${shown} of ${all} tokens are shown.`)] : [];
}
