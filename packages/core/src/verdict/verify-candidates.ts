import type { Key } from '../keys/index.ts';
import { type Block, bad, dim, good, type Line, line, value } from '../report/index.ts';
import type { Candidate, CandidateReason, SignatureVerdict } from '../signature/index.ts';

/** Keys of a large set are counted, not listed, beyond this. */
const MOST_LISTED = 12;

const REASONS: Readonly<Record<CandidateReason, string>> = {
  'kid-matches': 'its kid is that of the token',
  fits: 'type, curve and use fit',
  unusable: 'not acceptable',
  'not-supported-here': 'this runtime cannot compute with it',
  'other-kid': 'another kid',
  'another-key-has-the-kid': 'has no kid, and another key has that of the token',
  'other-type': 'another type of key',
  'other-curve': 'another curve',
  'other-algorithm': 'is for another algorithm',
  'other-use': 'is for another use',
  'other-operations': 'may not verify',
};

/** For each key, kept or dropped and why; the kept ones first. */
export function candidateTable(verdict: SignatureVerdict): readonly Block[] {
  const { candidates } = verdict;
  if (candidates.length === 0) return [];
  const ordered = [...candidates].sort((a, b) => Number(b.kept) - Number(a.kept));
  const rows = ordered.slice(0, MOST_LISTED).map((candidate) => rowOf(candidate, verdict.key));
  const table: Block = { kind: 'table', head: ['', 'key', 'type', 'why'], rows };
  const left = ordered.length - rows.length;
  return left === 0 ? [table] : [table, { kind: 'text', lines: [line`${dim(`and ${left} more, dropped`)}`] }];
}

function rowOf(candidate: Candidate, verifying: Key | undefined): readonly Line[] {
  const { key, kept } = candidate;
  const sign = key === verifying ? good('verifies') : kept ? bad('fails') : dim('dropped');
  return [line`${sign}`, nameOf(key), line`${typeOf(key)}`, whyOf(candidate)];
}

const nameOf = (key: Key): Line =>
  key.kid === undefined ? line`${key.source.path === '' ? 'the key' : key.source.path}` : line`${value(key.kid)}`;

const typeOf = ({ kty, ktyText, curve }: Key): string => [kty ?? ktyText ?? '?', curve].filter(Boolean).join(' ');

function whyOf({ reason, found, wanted }: Candidate): Line {
  if (found === undefined) return line`${REASONS[reason]}`;
  if (wanted === undefined) return line`${REASONS[reason]}: ${value(found)}`;
  return line`${REASONS[reason]}: ${value(found)}, wanted ${value(wanted)}`;
}
