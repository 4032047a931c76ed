import type { Context } from './actions/index.ts';
import { follow } from './state/index.ts';
import type { View } from './views/index.ts';

/** Shows one view at a time. Which one is in memory only: an address would outlive the page. */
export function router(context: Context, views: readonly View[]): HTMLElement {
  return follow(
    context.store,
    'div',
    { id: 'view', class: 'view' },
    (state) => [state.view],
    ([view]) => [(views.find(({ id }) => id === view) ?? views[0])?.render(context)],
  );
}

export const show = ({ store }: Context, view: string): void => store.set({ view });
