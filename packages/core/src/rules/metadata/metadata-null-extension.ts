import { MEMBERS } from '../../metadata/index.ts';
import { code, line } from '../../report/index.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const metadataNullExtension: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'metadata-null-extension',
  severity: 'info',
  basis: [rfc('OpenID Connect Discovery 1.0 §4.2')],
  looksAt: 'members',
  judge: ({ object }) =>
    Object.entries(object)
      .filter(([name, value]) => value === null && !MEMBERS.has(name))
      .map(([member]) => ({ member, found: 'null' })),
  explain: ({ member }) => [line`${code(member)} is null; it could be left out.`],
};
