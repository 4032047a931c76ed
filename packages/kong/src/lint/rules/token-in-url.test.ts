import { expect, it } from 'vitest';
import { kong, said } from './testing.ts';
import { tokenInUrl } from './token-in-url.ts';

it.each<[string, string, number]>([
  ['the default', 'plugins: [{name: jwt}]', 1],
  ['a name of its own', 'plugins: [{name: jwt, config: {uri_param_names: [token, t]}}]', 1],
  ['none', 'plugins: [{name: jwt, config: {uri_param_names: []}}]', 0],
  ['switched off', 'plugins: [{name: jwt, enabled: false}]', 0],
])('%s', (_, lists, count) => expect(said(tokenInUrl, kong(lists))).toHaveLength(count));

it('names the first parameter', () => {
  const [told] = said(tokenInUrl, kong('plugins: [{name: jwt, config: {uri_param_names: [token, t]}}]'));
  expect(told).toContain('The jwt plugin for every request takes tokens out of the URL (?token=)');
});
