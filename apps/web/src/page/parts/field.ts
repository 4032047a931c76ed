import type { Context } from '../actions/index.ts';
import { make } from '../dom/index.ts';
import type { State } from '../state/index.ts';

interface TextField {
  readonly id: string;
  readonly title: string;
  readonly classes?: string;
  readonly placeholder?: string;
  readonly shown: (state: State) => string;
  readonly take: (value: string) => void;
}

/** A field that follows the state without moving the cursor of who types. */
export function textField({ store }: Context, { id, title, classes, placeholder = '', shown, take }: TextField) {
  const input = make('input', {
    id,
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', placeholder },
    on: { input: () => take(input.value) },
  });
  store.watch(
    input,
    (state) => [shown(state)],
    ([value]) => {
      if (input.value !== value) input.value = value;
    },
  );
  return labelled(title, input, classes);
}

export const labelled = (title: string, control: HTMLElement, classes = ''): HTMLElement =>
  make('div', { class: `field ${classes}`.trim() }, make('label', { attributes: { for: control.id } }, title), control);
