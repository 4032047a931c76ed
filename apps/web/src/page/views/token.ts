import type { Line } from '@why401/core/report';
import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { decoded } from '../parts/decoded.ts';
import { sameAs } from '../parts/same-as.ts';
import { problemStrip, type StripTone, strip } from '../parts/strip.ts';
import { plain, sectionOf, sections } from '../print/index.ts';
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
        { class: 'stack' },
        ({ verified, keys, reading }) => [verified, keys === null, reading.token === null] as const,
        () => signature(context),
      ),
      follow(
        context.store,
        'div',
        {},
        ({ reading, text, verified }) => [reading, text, verified?.state === 'answered'] as const,
        ([, text, isVerified]) =>
          text === ''
            ? [make('p', { class: 'empty' }, 'Paste a token, or something with a token in it.')]
            : [decoded(context, isVerified ? 'verified' : 'alone')],
      ),
    ),
};

/** The worst that the line says. */
const toneOf = (line: Line): StripTone =>
  (['bad', 'warn', 'good'] as const).find((tone) => line.some((span) => span.tone === tone)) ?? 'plain';

function signature(context: Context): Child[] {
  const { verified, keys, reading } = context.store.state;
  if (reading.token === null) return [];
  if (keys === null)
    return [make('p', { class: 'empty' }, 'Drop a JWK set, a public key or a certificate to check the signature.')];
  if (verified === null) return [];
  if (verified.state === 'problems') return [problemStrip(verified.problems)];
  const { report, sameAs: command } = verified.answer;
  const verdict = sectionOf(report, 'verdict')?.blocks[0];
  const [line = []] = verdict?.kind === 'text' ? verdict.lines : [];
  return [
    strip({ tone: toneOf(line), headline: plain(line) }),
    make('div', { class: 'card' }, ...sections(report, ['verdict'])),
    sameAs(context, 'verified', command),
  ];
}
