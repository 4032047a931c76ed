import { code, line, value } from '@why401/core/report';
import type { WordsOf } from './telling.ts';

export const outcome: WordsOf<'J70' | 'J80' | 'A1' | 'A2'> = {
  J70: {
    failed: ({ claim, value: text }) => [
      line`The credential for ${claim} ${value(text)} belongs to no consumer.`,
      line`It is the only 401 of this plugin without ${code('WWW-Authenticate')}.`,
    ],
  },
  J80: {
    failed: () => [line`Every check passed.`],
    passed: ({ consumer }) => line`${value(consumer)}`,
  },
  A1: {
    failed: ({ anonymous }) => [
      line`The refusal is thrown away: the request goes on as the consumer ${value(anonymous)}.`,
    ],
    passed: ({ anonymous, discarded }) => line`let in as ${value(anonymous)}, the refusal ${discarded} is thrown away`,
  },
  A2: {
    failed: ({ anonymous, discarded }) => [
      line`The token is refused (${discarded}), and ${code('anonymous')} names a consumer that does not exist: ${value(anonymous)}.`,
      line`A good token would pass. Every bad one gets this 500 instead of its 401.`,
    ],
  },
};
