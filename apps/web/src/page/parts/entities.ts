import { type Context, setFind } from '../actions/index.ts';
import { type Child, fold, make } from '../dom/index.ts';
import { block } from '../print/index.ts';
import { follow } from '../state/index.ts';

/** What stands in the files, kind by kind, with its place; a name is looked for in all of them. */
export function entities(context: Context): HTMLElement {
  const input = make('input', {
    id: 'entities-find',
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false' },
    on: { input: () => setFind(context, input.value.trim()) },
  });
  input.value = context.store.state.routing.find;
  return make(
    'section',
    { class: 'entities', attributes: { 'aria-label': 'What stands in the files' } },
    make(
      'div',
      { class: 'entities-head' },
      make('h2', {}, 'What stands in the files'),
      make(
        'div',
        { class: 'field find' },
        make('label', { attributes: { for: 'entities-find' } }, 'Find a name'),
        input,
      ),
    ),
    follow(
      context.store,
      'div',
      { class: 'folds' },
      ({ listed }) => [listed] as const,
      ([listed]): Child[] => {
        if (listed === null) return [];
        if (listed.state === 'problems')
          return listed.problems.map(({ message }) => make('p', { class: 'warn' }, message));
        return listed.answer.sections.map(({ id, title, blocks }) =>
          fold({ id: `entities-${id}`, title, open: id === 'routes' }, () =>
            blocks.length === 0
              ? make('p', { class: 'dim' }, 'None.')
              : make('div', {}, ...blocks.flatMap((one) => block(one, title))),
          ),
        );
      },
    ),
  );
}
