import { readToken } from '@why401/core/parse';
import { showInstant } from '@why401/core/timeline';
import { type Context, choose, setReplyAside } from '../actions/index.ts';
import { button, type Child, make } from '../dom/index.ts';
import { plain, sectionOf } from '../print/index.ts';
import { follow, type Reading, type State } from '../state/index.ts';
import { bytesWords, pasteWords } from '../words/index.ts';

/** What was recognised, and which token of several is looked at. */
export function found(context: Context): HTMLElement {
  return follow(
    context.store,
    'div',
    { id: 'found', class: 'found' },
    ({ reading, held, zone, text, view }) => [reading, held, zone, text, view] as const,
    ([reading, held, zone, text, view]) => {
      // A message alone is known there.
      const words = view === 'hops' && reading.paste.kind === 'unknown' ? '' : pasteWords(reading.paste);
      if (words === '') return [];
      const name = held === null ? null : make('strong', {}, `${held}, ${bytesWords(text.length)}: `);
      return [
        make(
          'p',
          { class: 'found-kind' },
          name,
          make('strong', {}, capital(words)),
          make('span', { class: 'dim' }, tokenWords(reading)),
        ),
        ...reading.paste.problems.map(({ message, hint }) =>
          make('p', { class: 'warn' }, message, hint === undefined ? '' : ` ${hint}`),
        ),
        chooser(context, reading, zone),
        replyOffer(context, reading),
      ];
    },
  );
}

/** The line under the headline of the decoded token: where it was found, what was taken off. */
function tokenWords({ report }: Reading): string {
  if (report === null) return '';
  const read = sectionOf(report, 'found')?.blocks.flatMap((block) =>
    block.kind === 'text' ? block.lines.map(plain) : [],
  );
  const words = (read ?? []).map((one) => (one.startsWith('from ') ? `token ${one}` : one));
  return words.map((one) => ` · ${one}`).join('');
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** So many can be told apart in a list. */
const MOST_LISTED = 200;

function chooser(context: Context, { paste, chosen }: Reading, zone: string): Child {
  if (paste.tokens.length < 2) return null;
  const options = paste.tokens.slice(0, MOST_LISTED).map(({ text, name }, at) => {
    const option = make('option', { attributes: { value: String(at) } }, optionWords(text, name, at, zone));
    option.selected = at === chosen;
    return option;
  });
  const select = make(
    'select',
    { id: 'token-choice', on: { change: () => choose(context, Number(select.value)) } },
    ...options,
  );
  return make(
    'p',
    { class: 'chooser' },
    make('label', { attributes: { for: 'token-choice' } }, 'Token'),
    select,
    button('Compare their times', () => context.store.set({ view: 'timeline' }), {
      id: 'compare-times',
      class: 'quiet',
    }),
  );
}

function optionWords(text: string, name: string | undefined, at: number, zone: string): string {
  const token = readToken(text);
  const { iss, exp } = (token.kind === 'jws' ? token.claims : undefined) ?? {};
  const parts = [
    name,
    typeof iss === 'string' ? iss : undefined,
    typeof exp === 'number' && Number.isFinite(exp) ? `exp ${showInstant(exp * 1000, zone)}` : undefined,
  ];
  return `${at + 1}: ${parts.filter((part) => part !== undefined).join(', ') || token.kind}`;
}

function replyOffer(context: Context, { paste }: Reading): Child {
  if (paste.kind !== 'response') return null;
  return make(
    'p',
    { class: 'chooser' },
    'Kong’s answer is held against the prediction once the request is there. ',
    button('Set it aside and paste the request', () => setReplyAside(context), { id: 'set-aside' }),
    context.store.state.view === 'hops'
      ? null
      : button('Which hop answered?', () => context.store.set({ view: 'hops' }), { id: 'which-hop' }),
  );
}

export const hasInput = ({ text }: State): boolean => text !== '';
