import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { decoded } from '../parts/decoded.ts';
import { sameAs } from '../parts/same-as.ts';
import { problemStrip, strip } from '../parts/strip.ts';
import { sections } from '../print/index.ts';
import { follow } from '../state/index.ts';
import type { View } from './view.ts';

/** The token by the standards, and its signature by the keys that were loaded. */
export const token: View = {
  id: 'token',
  title: 'Token',
  key: '2',
  render: (context) =>
    make(
      'div',
      {},
      follow(
        context.store,
        'div',
        {},
        ({ verified, keys, reading }) => [verified, keys === null, reading.token === null] as const,
        () => signature(context),
      ),
      follow(
        context.store,
        'div',
        {},
        ({ reading, text }) => [reading, text] as const,
        ([, text]) =>
          text === ''
            ? [make('p', { class: 'empty' }, 'Paste a token, or something with a token in it.')]
            : [decoded(context, false)],
      ),
    ),
};

function signature(context: Context): Child[] {
  const { verified, keys, reading } = context.store.state;
  if (reading.token === null) return [];
  if (keys === null)
    return [make('p', { class: 'empty' }, 'Drop a JWK set, a public key or a certificate to check the signature.')];
  if (verified === null) return [];
  if (verified.state === 'problems') return [problemStrip(verified.problems)];
  const { report, sameAs: command } = verified.answer;
  return [
    strip({ tone: 'plain', headline: report.title }),
    make('div', { class: 'card' }, ...sections(report)),
    sameAs(context, 'verified', command),
  ];
}
