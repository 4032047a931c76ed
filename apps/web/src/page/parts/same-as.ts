import { type Context, type ShareFormat, type ShareSlot, shareAs } from '../actions/index.ts';
import { button, copyButton, make } from '../dom/index.ts';

const FORMATS: readonly (readonly [format: ShareFormat, title: string])[] = [
  ['html', 'HTML'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
];

/** The command that says the same, and the redacted report as a file. */
export function sameAs(context: Context, slot: ShareSlot, command: string): HTMLElement {
  return make(
    'div',
    { class: 'same-as' },
    make(
      'p',
      { class: 'command' },
      make('span', { class: 'dim' }, 'Same as '),
      make('code', {}, command),
      copyButton('Copy', () => command, context.say, { id: `copy-command-${slot}`, class: 'quiet small' }),
    ),
    make(
      'p',
      { class: 'share' },
      make('span', { class: 'dim' }, 'For a ticket, redacted '),
      ...FORMATS.map(([format, title]) =>
        button(title, () => void shareAs(context, slot, format), {
          id: `share-${slot}-${format}`,
          class: 'quiet small',
        }),
      ),
    ),
  );
}
