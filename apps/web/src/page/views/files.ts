import type { Line } from '@why401/core/report';
import { make } from '../dom/index.ts';
import { configuration } from '../parts/configuration.ts';
import { table } from '../print/index.ts';
import { follow, type KeysAnswer } from '../state/index.ts';
import type { View } from './view.ts';

/** What was loaded: the gateway's configuration and the keys. */
export const files: View = {
  id: 'files',
  title: 'Files',
  key: '4',
  render: (context) =>
    make(
      'div',
      { class: 'columns files' },
      make(
        'section',
        { class: 'card column' },
        make('h2', {}, 'Configuration'),
        follow(
          context.store,
          'div',
          {},
          (state) => [state.configuration],
          () => [configuration(context)],
        ),
      ),
      make(
        'section',
        { class: 'card column' },
        make('h2', {}, 'Keys'),
        follow(
          context.store,
          'div',
          {},
          (state) => [state.keys],
          ([keys]) =>
            keys === null
              ? [make('p', { class: 'dim' }, 'None are loaded: drop a JWK set, a public key or a certificate.')]
              : keys.files.map(keyFile),
        ),
      ),
    ),
};

function keyFile({ name, keys = [], problems = [] }: KeysAnswer['files'][number]): HTMLElement {
  const rows = keys.map((key): Line[] => [
    [{ text: key.kid ?? '–', tone: 'value' }],
    [{ text: [key.kty, key.curve].filter((part) => part).join(' ') || '–' }],
    [{ text: key.alg ?? '–' }],
    [{ text: key.fingerprint ?? '', tone: 'dim' }],
    key.usable === false ? [{ text: 'not usable', tone: 'bad' }] : [{ text: 'usable', tone: 'good' }],
    [{ text: (key.problems ?? []).map(({ message }) => message).join('; ') }],
  ]);
  const head = ['kid', 'type', 'algorithm', 'fingerprint', '', 'what is wrong'];
  const isSound = keys.every((key) => (key.problems ?? []).length === 0);
  return make(
    'div',
    { class: 'stack' },
    make('p', {}, make('strong', {}, name)),
    ...problems.map(({ message }) => make('p', { class: 'warn' }, message)),
    table(
      isSound
        ? { kind: 'table', head: head.slice(0, -1), rows: rows.map((cells) => cells.slice(0, -1)) }
        : { kind: 'table', head, rows },
      `Keys of ${name}`,
    ),
  );
}
