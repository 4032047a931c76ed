import { MAX_PUBLISHED_KEYS } from '../../limits/index.ts';
import { words } from './look.ts';
import { assumed, type KeySetRule } from './rule.ts';

export const keysetOversized: KeySetRule = {
  id: 'keyset-oversized',
  severity: 'warning',
  basis: [assumed('limit of common readers')],
  judge: ({ reading: { keys, problems } }) => {
    const isCut = problems.some(({ code }) => code === 'jwks-too-many-keys');
    if (keys.length <= MAX_PUBLISHED_KEYS && !isCut) return [];
    const found = `${isCut ? 'more than ' : ''}${keys.length} keys`;
    return [
      {
        member: 'keys',
        message: `The set has ${found}; an issuer needs two or three.`,
        found,
        wanted: `at most ${MAX_PUBLISHED_KEYS}`,
      },
    ];
  },
  explain: words,
};
