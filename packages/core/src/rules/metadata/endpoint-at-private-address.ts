import { hostOf, partsOf, type Reach, reachOf } from '../../metadata/index.ts';
import { code, line, value } from '../../report/index.ts';
import { knownUrls, textOf } from './look.ts';
import { assumed, type MetadataRule, rfc } from './rule.ts';

const WORDS: Readonly<Record<Exclude<Reach, 'public'>, string>> = {
  loopback: 'on the machine of whoever reads it',
  private: 'in a private network',
  'link-local': 'at a link-local address, where metadata services of clouds live',
};

export const endpointAtPrivateAddress: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly where: Exclude<Reach, 'public'>;
}> = {
  id: 'endpoint-at-private-address',
  severity: 'warning',
  basis: [rfc('RFC 6890 §2.2'), rfc('RFC 6762 §3'), assumed('CWE-918')],
  looksAt: 'members',
  judge: (evidence) => {
    const issuer = partsOf(textOf(evidence, 'issuer') ?? '');
    if (issuer === undefined || reachOf(hostOf(issuer)) !== 'public') return [];
    return knownUrls(evidence).flatMap(({ name, row, value: found, parts }) => {
      const where = parts === undefined || row.type !== 'endpoint' ? 'public' : reachOf(hostOf(parts));
      return where === 'public' ? [] : [{ member: name, found, where, wanted: 'a public address' }];
    });
  },
  explain: ({ member, found, where }) => [
    line`The issuer is public, and ${code(member)} is ${WORDS[where]}: ${value(found)}.`,
    line`Clients elsewhere do not reach it, or reach another server of theirs.`,
  ],
  hint: () => 'It is not fetched unless that is allowed by name: --allow-host HOST.',
};
