import { MAX_PUBLISHED_KEYS } from '../../limits/index.ts';
import { words } from './look.ts';
import { assumed, type KeySetRule } from './rule.ts';

export const keysetOversized: KeySetRule = {
  id: 'keyset-oversized',
  severity: 'warning',
  basis: [assumed('limit of common readers')],
  judge: ({ reading: { problems } }) =>
    problems
      .filter(({ code }) => code === 'jwks-too-many-keys')
      .map(({ message }) => ({
        member: 'keys',
        message: `${message} An issuer needs two or three.`,
        found: message,
        wanted: `at most ${MAX_PUBLISHED_KEYS}`,
      })),
  explain: words,
};
