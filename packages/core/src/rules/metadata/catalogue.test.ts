import { describeCatalogue } from '@why401/testkit/catalogue';
import { describe, expect, it } from 'vitest';
import { readMetadata } from '../../metadata/index.ts';
import { runListRules } from '../run-list.ts';
import { metadataEvidence, PROFILES, readersOf } from './evidence.ts';
import { explainMetadataFinding, metadataRules } from './index.ts';
import { judgeMetadata } from './judge.ts';
import { evidenceOf } from './testing.ts';

describeCatalogue(new URL('./', import.meta.url), metadataRules, [
  'evidence',
  'index',
  'judge',
  'look',
  'rule',
  'testing',
]);

describe('judging', () => {
  it.each(PROFILES)('a document in good order raises no alarm: %s', (profile) => {
    const found = judgeMetadata(evidenceOf({ profile: profile === 'fapi2' ? 'oidc' : profile }));
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each(['null', '[]', '<html>', '', '{', '{"keys":[]}', '"x"', '7', '\ufeff', '{}'])(
    'whatever it is, it is judged and worded: %j',
    (text) => {
      const found = judgeMetadata(metadataEvidence(readMetadata(text), {}, 'oidc'));
      expect(found.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
      for (const finding of found) expect(explainMetadataFinding(finding).lines.length).toBeGreaterThan(0);
    },
  );

  it('a rule that throws does not silence the others', () => {
    const evidence = evidenceOf({ members: { jwks_uri: undefined } });
    const broken = {
      ...(metadataRules[0] as (typeof metadataRules)[0]),
      id: 'broken',
      judge: () => {
        throw new TypeError('no');
      },
    };
    const found = runListRules([broken, ...metadataRules], evidence, readersOf(evidence));
    expect(found.map(({ id }) => id)).toEqual(['rule-failed', 'jwks-uri-missing']);
    expect(found.map((one) => explainMetadataFinding(one).lines.length > 0)).toEqual([true, true]);
  });
});
