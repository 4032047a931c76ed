import { type Child, make } from '../dom/index.ts';
import { answer } from '../parts/answer.ts';
import { decoded } from '../parts/decoded.ts';
import { problemStrip } from '../parts/strip.ts';
import { welcome } from '../parts/welcome.ts';
import { follow } from '../state/index.ts';
import type { View } from './view.ts';

/** Why Kong answers what it answers, and the cure. */
export const why: View = {
  id: 'why',
  title: 'Why',
  key: '1',
  render(context) {
    const content = follow(
      context.store,
      'div',
      { class: 'view-why' },
      ({ text, explained, reading, configuration, connection }) =>
        [text, explained, explained === null ? reading : null, configuration === null, connection] as const,
      ([text, explained, , unconfigured]): Child[] => {
        if (text === '') return [welcome(context)];
        if (explained === null) return [decoded(context, unconfigured ? 'invite' : 'alone')];
        if (explained.state === 'problems') return [problemStrip(explained.problems), decoded(context, 'alone')];
        return answer(context, explained.answer, explained.partial);
      },
    );
    context.store.watch(
      content,
      (state) => [state.waiting],
      ([waiting]) => {
        content.classList.toggle('stale', waiting);
        content.setAttribute('aria-busy', String(waiting));
      },
    );
    return make('div', {}, content);
  },
};
