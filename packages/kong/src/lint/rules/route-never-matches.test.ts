import { expect, it } from 'vitest';
import type { LintOptions } from '../lint.ts';
import { routeNeverMatches } from './route-never-matches.ts';
import { kong, said } from './testing.ts';

const routes = (...list: readonly string[]): string => kong(`routes:\n${list.map((one) => `- ${one}\n`).join('')}`);

it.each<[string, string, LintOptions, string | undefined]>([
  ['a query in a path', routes("{name: q, paths: ['/x?y=1']}"), {}, 'a path ends at the first ?'],
  ['an escape that is decoded', routes("{name: e, paths: ['~/reg%65x']}"), {}, 'escapes decoded'],
  ['an escape in small letters', routes("{name: e, paths: ['~/a%2fb']}"), {}, 'escapes decoded'],
  ['an escape that stays', routes("{name: e, paths: ['~/a%2Fb']}"), {}, undefined],
  ['an escape in an alternative', routes("{name: e, paths: ['~/(a%2fb|c)']}"), {}, undefined],
  ['a method of nginx', routes('{name: t, methods: [TRACE]}'), {}, 'nginx refuses'],
  ['plain', routes('{name: a, paths: [/a]}', '{name: b, paths: [/b]}'), {}, undefined],
  ['a longer path behind', routes('{name: a, paths: [/a]}', '{name: b, paths: [/a/b]}'), {}, undefined],
  [
    'shadowed by a plain host',
    routes('{name: a, hosts: [x.example]}', '{name: b, hosts: [x.example], paths: [/b]}'),
    {},
    undefined,
  ],
  [
    'shadowed by a header of the same rank',
    routes("{name: a, hosts: ['x.example', '*.example']}", '{name: b, hosts: [x.example]}'),
    {},
    undefined,
  ],
  [
    'shadowed twice over',
    routes(
      '{name: a, id: f0000000-0000-4000-8000-000000000001, paths: [/a]}',
      '{name: b, id: 00000000-0000-4000-8000-000000000001, paths: [/a]}',
    ),
    {},
    'Route b never takes a request: route a',
  ],
  [
    'the same in the traditional router, which begins elsewhere',
    routes(
      '{name: a, id: f0000000-0000-4000-8000-000000000001, paths: [/a]}',
      '{name: b, id: 00000000-0000-4000-8000-000000000001, paths: [/a]}',
    ),
    { flavor: 'traditional' },
    undefined,
  ],
  [
    'the plain host outranks the wildcard with a path',
    routes('{name: a, hosts: [x.example]}', "{name: b, hosts: ['*.example'], paths: [/a]}"),
    {},
    undefined,
  ],
  [
    'a regex of the same text',
    routes("{name: a, paths: ['~/a'], regex_priority: 5}", "{name: b, paths: ['~/a']}"),
    {},
    'Route b never takes a request: route a',
  ],
])('%s', (_, text, options, why) => {
  const told = said(routeNeverMatches, text, options);
  expect(told.length).toBe(why === undefined ? 0 : 1);
  if (why !== undefined) expect(told[0]).toContain(why);
});
