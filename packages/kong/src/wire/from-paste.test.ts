import type { PastedRequest } from '@why401/core/input';
import { expect, it } from 'vitest';
import { wireOfPaste } from './from-paste.ts';
import type { WireRequest } from './request.ts';

const pasted: PastedRequest = {
  from: 'curl',
  method: 'GET',
  scheme: undefined,
  host: undefined,
  port: undefined,
  target: '/',
  headers: [],
  body: undefined,
  problems: [],
};

it.each<[string, Partial<PastedRequest>, Partial<WireRequest>]>([
  ['nothing known', {}, { scheme: 'https', host: 'localhost', port: 443, sni: 'localhost', body: null }],
  ['http', { scheme: 'http', host: 'a.example' }, { scheme: 'http', port: 80, sni: null }],
  ['a port', { scheme: 'https', host: 'a.example', port: 8443 }, { port: 8443, sni: 'a.example' }],
  [
    'Host in another case, doubled headers',
    {
      headers: [
        ['HOST', 'x'],
        ['A', '1'],
        ['a', '2'],
      ],
    },
    {
      headers: [
        ['A', '1'],
        ['a', '2'],
      ],
    },
  ],
  [
    'text beyond ASCII',
    { target: '/ü', headers: [['X', '€']] },
    { target: '/\xc3\xbc', headers: [['X', '\xe2\x82\xac']] },
  ],
  ['a body', { method: 'POST', body: 'ä' }, { method: 'POST', body: '\xc3\xa4' }],
])('%s', (_, given, expected) => {
  expect(wireOfPaste({ ...pasted, ...given })).toMatchObject(expected);
});
