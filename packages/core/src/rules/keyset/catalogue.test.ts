import { describeCatalogue } from '@why401/testkit/catalogue';
import { describe, expect, it } from 'vitest';
import { KEY_PROBLEM_CODES } from '../../keys/index.ts';
import { keySetRules } from './index.ts';

describeCatalogue(new URL('./', import.meta.url), keySetRules, [
  'evidence',
  'index',
  'judge',
  'look',
  'rule',
  'testing',
]);

describe('alarms', () => {
  it('come first', () => {
    expect(keySetRules.slice(0, 2).map(({ id }) => id)).toEqual(['keyset-private-key', 'keyset-symmetric-key']);
  });

  it('the reader still names what the rules tell', () => {
    for (const code of ['private-key-material', 'rsa-roca', 'kid-duplicate', 'x5c-other-key'])
      expect(KEY_PROBLEM_CODES).toContain(code);
  });
});
