import { expect, it } from 'vitest';
import { expiredTokensAccepted } from './expired-tokens-accepted.ts';
import { kong, said } from './testing.ts';

const jwt = (more: string): string =>
  kong(`services:\n- name: a\n  url: http://a.internal\n  plugins:\n  - {name: jwt${more}}\n`);
const sentence = (line: number): string =>
  `warning kong.yaml:${line}: The jwt plugin for service a takes expired tokens: claims_to_verify does not name exp.`;

it.each<[string, string, readonly string[]]>([
  ['unset', jwt(''), [sentence(6)]],
  ['nbf alone', jwt(', config: {claims_to_verify: [nbf]}'), [sentence(6)]],
  ['exp', jwt(', config: {claims_to_verify: [exp]}'), []],
  ['switched off', jwt(', enabled: false'), []],
  ['another plugin', kong('plugins: [{name: cors}]'), []],
])('%s', (_, text, found) => expect(said(expiredTokensAccepted, text)).toEqual(found));
