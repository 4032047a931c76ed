import { type Json, typeName } from '../../json/index.ts';
import type { MemberType } from '../../metadata/index.ts';
import { code, line } from '../../report/index.ts';
import { knownMembers } from './look.ts';
import { type MetadataRule, rfc } from './rule.ts';

const WANTED: Partial<Record<MemberType, string>> = {
  issuer: 'a string',
  endpoint: 'a URL string',
  link: 'a URL string',
  strings: 'a list of strings',
};

export const metadataWrongType: MetadataRule<{
  readonly member: string;
  readonly found: string;
  readonly wanted: string;
}> = {
  id: 'metadata-wrong-type',
  severity: 'error',
  basis: [rfc('OpenID Connect Discovery 1.0 §3'), rfc('RFC 8414 §2')],
  looksAt: 'members',
  judge: (evidence) =>
    knownMembers(evidence).flatMap(({ name, row, value }) => {
      const wanted = WANTED[row.type];
      if (wanted === undefined || value === null || isRight(row.type, value)) return [];
      const found = Array.isArray(value) && row.type === 'strings' ? 'a list with other things' : typeName(value);
      return [{ member: name, found, wanted }];
    }),
  explain: ({ member, found, wanted }) => [line`${code(member)} is ${found}, not ${wanted}.`],
};

const isRight = (type: MemberType, value: Json): boolean =>
  type === 'strings'
    ? Array.isArray(value) && value.every((item: Json) => typeof item === 'string')
    : typeof value === 'string';
