import type { Profile } from '../metadata/evidence.ts';
import { type MemberFinding, runListRules } from '../run-list.ts';
import type { KeySetEvidence } from './evidence.ts';
import { keySetRules } from './index.ts';

/** Every finding about a key set. */
export const judgeKeySet = (evidence: KeySetEvidence, profile: Profile): readonly MemberFinding[] =>
  runListRules(keySetRules, evidence, [profile]);
