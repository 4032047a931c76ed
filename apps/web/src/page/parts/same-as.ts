import { type Context, type ShareFormat, type ShareSlot, shareAs } from '../actions/index.ts';
import { button, copyButton, make } from '../dom/index.ts';

const FORMATS: readonly (readonly [format: ShareFormat, title: string])[] = [
  ['html', 'HTML'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
];

export const command = (line: string, id: string, say: (words: string) => void): HTMLElement =>
  make(
    'p',
    { class: 'command' },
    make('span', { class: 'dim' }, 'Same as '),
    make('code', {}, line),
    copyButton('Copy', () => line, say, { id, class: 'quiet small' }),
  );

/** The command that says the same, and the redacted report as a file. */
export function sameAs(context: Context, slot: ShareSlot, line: string): HTMLElement {
  return make(
    'div',
    { class: 'same-as' },
    command(line, `copy-command-${slot}`, context.say),
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
