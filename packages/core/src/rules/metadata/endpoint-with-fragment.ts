import { code, line, value } from '../../report/index.ts';
import { knownUrls } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const NAMES: ReadonlySet<string> = new Set(['authorization_endpoint', 'token_endpoint']);

export const endpointWithFragment: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'endpoint-with-fragment',
  severity: 'error',
  basis: [rfc('RFC 6749 §3.1'), rfc('RFC 6749 §3.2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownUrls(evidence)
      .filter(({ name, parts }) => NAMES.has(name) && parts !== undefined && parts.fragment !== '')
      .map(({ name, value: found }) => ({ member: name, found, wanted: 'no fragment' })),
  explain: ({ member, found }) => [
    line`${code(member)} is ${value(found)}: it must not have a fragment, which is never sent to a server.`,
  ],
};
