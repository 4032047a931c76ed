import { line, value } from '../../report/index.ts';
import { listOf } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

export const implicitFlowOffered: MetadataRule<{ readonly member: string; readonly found: string }> = {
  id: 'implicit-flow-offered',
  severity: 'info',
  in: { fapi2: 'error' },
  basis: [rfc('RFC 9700 §2.1.2'), rfc('FAPI 2.0 Security Profile §5.3')],
  looksAt: 'members',
  judge: (evidence) => {
    const implicit = (listOf(evidence, 'response_types_supported') ?? []).filter((type) =>
      type.split(' ').includes('token'),
    );
    return implicit.length === 0
      ? []
      : [{ member: 'response_types_supported', found: implicit.join(', ').slice(0, 200) }];
  },
  explain: ({ found }) => [
    line`Access tokens are given out in the address of the browser (${value(found)}); the code flow is better.`,
  ],
};
