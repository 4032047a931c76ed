import { expect, it } from 'vitest';
import { anonymousAdmitsBadTokens } from './anonymous-admits-bad-tokens.ts';
import { kong, said } from './testing.ts';

const guarded = (more: string, name = 'jwt'): string =>
  kong(`consumers: [{username: guest, id: 6a1c2b3d-0000-4000-8000-000000000001}]
services:
- name: a
  url: http://a.internal
  plugins: [{name: ${name}, config: {anonymous: guest}}]
plugins:
- {name: correlation-id}
${more}`);

it.each<[string, string, number]>([
  ['nothing behind it', guarded(''), 1],
  ['key-auth', guarded('', 'key-auth'), 1],
  ['request-termination on the consumer', guarded('- {name: request-termination, consumer: guest}'), 0],
  ['request-termination on another', guarded('- {name: request-termination, route: null, enabled: false}'), 1],
  ['acl around it', guarded('- {name: acl, config: {allow: [staff]}}'), 0],
  ['no anonymous', kong('plugins: [{name: jwt}]'), 0],
])('%s', (_, text, count) => expect(said(anonymousAdmitsBadTokens, text)).toHaveLength(count));
