import { isObject, type Json, type JsonObject, member, typeName } from '../../json/index.ts';
import { line, value } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { rfc, type TokenRule } from './rule.ts';

export interface CritMalformed {
  readonly defect: 'type' | 'empty' | 'element' | 'registered' | 'absent' | 'twice';
  readonly found: string;
}

/** Parameters that RFC 7515, 7516 and 7518 define must not be listed (RFC 7515 §4.1.11). */
const REGISTERED = new Set(
  'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c'.split(' '),
);

export const critMalformed: TokenRule<CritMalformed> = {
  id: 'crit-malformed',
  severity: 'error',
  basis: [rfc('RFC 7515 §4.1.11')],
  strict: true,
  looksAt: 'header',
  judge: ({ header }: TokenEvidence) => (header?.crit === undefined ? undefined : defectOf(header, header.crit)),
  explain: ({ defect, found }) => [HEADLINES[defect](found), line`A token with a malformed crit must be refused.`],
};

function defectOf(header: JsonObject, crit: Json): CritMalformed | undefined {
  if (!Array.isArray(crit)) return { defect: 'type', found: typeName(crit) };
  if (crit.length === 0) return { defect: 'empty', found: '[]' };
  const names = crit as readonly Json[];
  for (const [at, name] of names.entries()) {
    if (typeof name !== 'string') return { defect: 'element', found: typeName(name) };
    if (REGISTERED.has(name) || name === 'exp') return { defect: 'registered', found: name };
    if (!isObject(header) || member(header, name) === undefined) return { defect: 'absent', found: name };
    if (names.indexOf(name) !== at) return { defect: 'twice', found: name };
  }
  return undefined;
}

const HEADLINES: Readonly<Record<CritMalformed['defect'], (found: string) => ReturnType<typeof line>>> = {
  type: (found) => line`crit is ${found}, not a list of names.`,
  empty: () => line`crit is an empty list.`,
  element: (found) => line`crit holds ${found}, not only names.`,
  registered: (found) => line`crit lists ${value(found)}, which is no extension.`,
  absent: (found) => line`crit lists ${value(found)}, which the header does not have.`,
  twice: (found) => line`crit lists ${value(found)} twice.`,
};
