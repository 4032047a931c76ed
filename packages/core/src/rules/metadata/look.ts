import { type Json, member, typeName } from '../../json/index.ts';
import { MEMBERS, type MemberRow, partsOf, strings, type UrlParts } from '../../metadata/index.ts';
import type { Defect } from '../rule.ts';
import type { MetadataEvidence } from './evidence.ts';

/** What several rules ask of a document. */
export interface KnownMember {
  readonly name: string;
  readonly row: MemberRow;
  readonly value: Json;
}

/** Members that are there and registered, in the order of the document. */
export const knownMembers = ({ object }: MetadataEvidence): readonly KnownMember[] =>
  Object.entries(object).flatMap(([name, value]) => {
    const row = MEMBERS.get(name);
    return row === undefined || value === undefined ? [] : [{ name, row, value }];
  });

export interface KnownUrl extends KnownMember {
  readonly value: string;
  /** Undefined where the text is no absolute URL. */
  readonly parts: UrlParts | undefined;
}

/** Members whose text should be a URL, the issuer aside. */
export const knownUrls = (evidence: MetadataEvidence): readonly KnownUrl[] =>
  knownMembers(evidence).flatMap(({ name, row, value }) =>
    typeof value === 'string' && (row.type === 'endpoint' || row.type === 'link')
      ? [{ name, row, value, parts: partsOf(value) }]
      : [],
  );

/** A string member; undefined where it is absent or none. */
export const textOf = ({ object }: MetadataEvidence, name: string): string | undefined => {
  const value = member(object, name);
  return typeof value === 'string' ? value : undefined;
};

export const isAbsent = ({ object }: MetadataEvidence, name: string): boolean => member(object, name) === undefined;

/** The strings of a list; undefined where there is no list. */
export const listOf = ({ object }: MetadataEvidence, name: string): readonly string[] | undefined => {
  const value = member(object, name);
  return Array.isArray(value) ? strings(value) : undefined;
};

/** The one defect of a rule about one member, where it has it. */
export const defect = <Data extends Defect>(isThere: boolean, data: Data): readonly Data[] => (isThere ? [data] : []);

const LONGEST = 200;

/** A value as a finding tells it: text as it is, others as JSON; cut where it is long. */
export function shown(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : value === undefined ? typeName(value) : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Of `response_types_supported`: the words of all types. */
export const flowsOf = (evidence: MetadataEvidence): readonly string[] =>
  (listOf(evidence, 'response_types_supported') ?? []).flatMap((type) => type.split(' '));

/** Whether tokens are got at the token endpoint: only the implicit flow does without (RFC 8414 §2). */
export function needsTokenEndpoint(evidence: MetadataEvidence): boolean {
  const grants = listOf(evidence, 'grant_types_supported');
  if (grants !== undefined) return grants.some((grant) => grant !== 'implicit');
  // Where nothing is said, the code flow is meant (Discovery 1.0 §3, grant_types_supported).
  return listOf(evidence, 'response_types_supported') === undefined || flowsOf(evidence).includes('code');
}
