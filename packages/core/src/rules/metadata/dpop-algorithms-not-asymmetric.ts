import { code, line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const dpopAlgorithmsNotAsymmetric: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'dpop-algorithms-not-asymmetric',
  severity: 'error',
  basis: [rfc('RFC 9449 §5.1'), rfc('RFC 9449 §11.6')],
  looksAt: 'members',
  judge: (evidence) => {
    const wrong = (listOf(evidence, 'dpop_signing_alg_values_supported') ?? []).filter(
      (name) => name === 'none' || /^HS\d/.test(name),
    );
    return wrong.length === 0
      ? []
      : [{ member: 'dpop_signing_alg_values_supported', found: wrong.join(', '), wanted: 'asymmetric algorithms' }];
  },
  explain: ({ found }) => [
    line`${code('dpop_signing_alg_values_supported')} lists ${value(found)}; a proof must be signed with a private key.`,
  ],
};
