import { fill, make } from '../dom/index.ts';
import type { Store } from '../state/index.ts';

/** Says the verdict, and what was done, to those who listen. */
export function live(): { readonly element: HTMLElement; say(words: string): void } {
  const element = make('div', {
    id: 'live',
    class: 'only-heard',
    attributes: { role: 'status', 'aria-live': 'polite' },
  });
  return { element, say: (words) => fill(element, words) };
}

export function sayVerdicts(store: Store, owner: HTMLElement, say: (words: string) => void): void {
  store.watch(
    owner,
    ({ explained, rejected }) => [explained ?? rejected] as const,
    ([answer]) => {
      if (answer?.state === 'answered') say(answer.answer.report.title);
      else if (answer?.state === 'problems') say(answer.problems[0]?.message ?? '');
    },
  );
}
