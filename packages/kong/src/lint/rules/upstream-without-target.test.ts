import { expect, it } from 'vitest';
import { kong, said } from './testing.ts';
import { upstreamWithoutTarget } from './upstream-without-target.ts';

const pool = (targets: string, host = 'pool'): string =>
  kong(`services:\n- {name: s, host: ${host}}\nupstreams:\n- name: pool\n  targets: ${targets}\n`);

it.each<[string, string, readonly string[]]>([
  [
    'none',
    pool('[]'),
    ['warning kong.yaml:5: Upstream pool has no target; Kong answers 503 on every route that leads to it.'],
  ],
  [
    'no weight',
    pool('[{target: a, weight: 0}, {target: b, weight: 0}]'),
    [
      'warning kong.yaml:5: Every target of Upstream pool has the weight 0; Kong answers 503 on every route that leads to it.',
    ],
  ],
  ['one with a weight', pool('[{target: a, weight: 0}, {target: b}]'), []],
  ['no service leads to it', pool('[]', 'other'), []],
])('%s', (_, text, lines) => expect(said(upstreamWithoutTarget, text)).toEqual(lines));
