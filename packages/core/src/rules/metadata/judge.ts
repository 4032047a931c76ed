import { type MemberFinding, runListRules } from '../run-list.ts';
import { type MetadataEvidence, readersOf } from './evidence.ts';
import { metadataRules } from './index.ts';

const TEXT = metadataRules.filter(({ looksAt }) => looksAt === 'text');

/** Every finding about a document. Where there is none to look at, only about its text. */
export const judgeMetadata = (evidence: MetadataEvidence): readonly MemberFinding[] =>
  runListRules(evidence.reading.form === 'object' ? metadataRules : TEXT, evidence, readersOf(evidence));
