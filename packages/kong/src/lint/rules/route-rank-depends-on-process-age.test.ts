import { expect, it } from 'vitest';
import type { LintOptions } from '../lint.ts';
import { routeRankDependsOnProcessAge } from './route-rank-depends-on-process-age.ts';
import { kong, said } from './testing.ts';

const four = kong(
  'routes:\n- {name: four, protocols: [https], methods: [GET], hosts: [a.example], paths: [/x], headers: {x-t: [a]}}\n- {name: three, methods: [GET], hosts: [a.example], paths: [/x]}\n',
);
const odd = kong("routes:\n- {name: odd, paths: ['~/x'], regex_priority: 4096}\n");

it.each<[string, string, LintOptions, number]>([
  ['four fields', four, {}, 1],
  ['four fields on 3.4', four, { version: '3.4' }, 1],
  ['four fields, traditional', four, { flavor: 'traditional' }, 0],
  ['four fields, expressions', four, { flavor: 'expressions' }, 1],
  ['four fields on 2.8', four.replace('3.0', '2.1'), { version: '2.8' }, 0],
  ['the bit of regex_priority', odd, {}, 1],
  ['a small regex_priority', odd.replace('4096', '4095'), {}, 0],
])('%s', (_, text, options, count) => expect(said(routeRankDependsOnProcessAge, text, options)).toHaveLength(count));

it('says that it sticks where nothing hides the sign', () => {
  const bare = four.replace('hosts: [a.example], paths: [/x], headers', "hosts: ['*.example'], paths: [/x], headers");
  expect(said(routeRankDependsOnProcessAge, bare)[0]).toContain('cannot be changed or removed again');
  expect(said(routeRankDependsOnProcessAge, four)[0]).not.toContain('cannot be changed');
});
