import { expect, it } from 'vitest';
import { kongDiscoveryIncomplete } from './kong-discovery-incomplete.ts';
import { type Made, said } from './testing.ts';

it.each<[string, Made, readonly string[]]>([
  [
    'missing',
    { profile: 'kong' },
    ['info introspection_endpoint', 'info revocation_endpoint', 'info end_session_endpoint'],
  ],
  ['not asked for otherwise', {}, []],
])('%s', (_, made, found) => {
  expect(said(kongDiscoveryIncomplete, made)).toEqual(found);
});
