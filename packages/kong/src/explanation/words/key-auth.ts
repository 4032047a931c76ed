import { code, line } from '@why401/core/report';
import { counted, listed, type WordsOf } from './telling.ts';

const PLACE = { header: 'header', query: 'query argument', body: 'field of the body' } as const;

export const keyAuth: WordsOf<'key-auth-key' | 'key-auth-duplicate' | 'key-auth-credential'> = {
  'key-auth-key': {
    brief: () => line`none found`,
    failed: ({ names, places }) => [
      line`The request carries no API key in any place that the plugin reads.`,
      line`It looks for ${listed(names)} as ${listed(places.map((place) => PLACE[place]))}.`,
      line`A header of that name that is empty hides a key in the query.`,
    ],
    passed: ({ found }) => (found === undefined ? line`found` : line`${PLACE[found.from]} ${found.name}`),
  },
  'key-auth-duplicate': {
    failed: ({ from, name }) => [
      line`The ${PLACE[from]} ${name} stands several times, and Kong does not choose between the keys.`,
    ],
  },
  'key-auth-credential': {
    brief: () => line`nobody's key`,
    failed: ({ credentials }) => [
      line`No consumer has this API key.`,
      line`The configuration knows ${counted(credentials, 'key')} (${code('keyauth_credentials')}).`,
    ],
    passed: () => line`known`,
  },
};
