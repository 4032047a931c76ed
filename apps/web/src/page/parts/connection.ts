import type { Context } from '../actions/index.ts';
import { make } from '../dom/index.ts';
import { follow } from '../state/index.ts';

const WORDS = {
  connected: undefined,
  lost: ['Not connected.', 'The server does not answer. Decoding goes on here; verdicts come back with the server.'],
  stranger: [
    'Not connected.',
    'This page was reloaded, or belongs to an earlier run: it has forgotten its secret. Decoding goes on here; for verdicts open the address that why401 serve printed.',
  ],
} as const;

export function connection({ store }: Context): HTMLElement {
  return follow(
    store,
    'div',
    { class: 'connection', attributes: { role: 'status' } },
    (state) => [state.connection],
    ([state]) => {
      const words = WORDS[state];
      return words === undefined ? [] : [make('p', {}, make('strong', {}, words[0]), ` ${words[1]}`)];
    },
  );
}
