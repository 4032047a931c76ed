import { type Context, pasted, takeFiles, typed } from '../actions/index.ts';
import { button, make } from '../dom/index.ts';

const HINT =
  'A curl command, a header, a token, raw HTTP, a HAR, a log line, or Kong’s answer. Files can be dropped anywhere on this page.';

/** The one box. It is made once and never again, so that nothing moves under the cursor. */
export function box(context: Context): HTMLElement {
  const { store } = context;
  const area = make('textarea', {
    id: 'box',
    attributes: {
      rows: '5',
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      'aria-describedby': 'box-hint found',
      placeholder: 'curl https://api.example/orders -H "Authorization: Bearer eyJ…"',
    },
    on: {
      input: () => typed(context, area.value),
      paste: (event) => paste(event as ClipboardEvent),
      keydown: (event) => {
        if ((event as KeyboardEvent).key === 'Escape') area.blur();
      },
    },
  });
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) {
      event.preventDefault();
      void takeFiles(context, files);
      return;
    }
    const given = event.clipboardData?.getData('text/plain') ?? '';
    const isAll = area.selectionStart === 0 && area.selectionEnd === area.value.length;
    if (given === '' || !isAll) return;
    event.preventDefault();
    pasted(context, given, 'The pasted text');
  };
  const element = make('div', { class: 'box' });
  store.watch(
    area,
    ({ text, held }) => [text, held],
    ([text, held]) => {
      const shown = held === null ? text : '';
      if (area.value !== shown) area.value = shown;
      area.rows = shown === '' ? 5 : 3;
      element.classList.toggle('filled', text !== '');
    },
  );
  const chooser = make('input', {
    id: 'files',
    class: 'hidden-input',
    attributes: { type: 'file', multiple: '', tabindex: '-1', 'aria-hidden': 'true' },
    on: {
      change: () => {
        void takeFiles(context, [...(chooser.files ?? [])]).then(() => {
          chooser.value = '';
        });
      },
    },
  });
  element.append(
    make(
      'div',
      { class: 'box-head' },
      make('label', { attributes: { for: 'box' } }, 'Paste what you have'),
      make('span', { id: 'box-hint', class: 'dim' }, HINT),
      button('Choose files', () => chooser.click(), { id: 'choose', class: 'quiet small' }),
    ),
    area,
    chooser,
  );
  return element;
}

/** Files may be dropped anywhere. */
export function takeDrops(context: Context): void {
  const root = document.documentElement;
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    root.classList.add('dropping');
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) root.classList.remove('dropping');
  });
  window.addEventListener('drop', (event) => {
    root.classList.remove('dropping');
    if (!hasFiles(event)) return;
    event.preventDefault();
    void takeFiles(context, [...(event.dataTransfer?.files ?? [])]);
  });
}
