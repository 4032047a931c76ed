import { type MemberFinding, runListRules, wordsOfMember } from '@why401/core/rules';
import type { LintEvidence, SmellRule } from '../rule.ts';
import { anonymousAdmitsBadTokens } from './anonymous-admits-bad-tokens.ts';
import { anonymousConsumerMissing } from './anonymous-consumer-missing.ts';
import { expiredTokensAccepted } from './expired-tokens-accepted.ts';
import { healthCheckNeverActs } from './health-check-never-acts.ts';
import { pathLooksLikeRegex } from './path-looks-like-regex.ts';
import { pemPinnedToIssuer } from './pem-pinned-to-issuer.ts';
import { pluginAppliesNowhere } from './plugin-applies-nowhere.ts';
import { routeNeverMatches } from './route-never-matches.ts';
import { routeRankDependsOnProcessAge } from './route-rank-depends-on-process-age.ts';
import { tokenInUrl } from './token-in-url.ts';
import { upstreamWithoutTarget } from './upstream-without-target.ts';

/** Every smell, in the order in which they are told: what answers 500, who gets in, which route, what is idle. */
export const smellRules: readonly SmellRule[] = [
  anonymousConsumerMissing,
  anonymousAdmitsBadTokens,
  expiredTokensAccepted,
  tokenInUrl,
  pemPinnedToIssuer,
  routeRankDependsOnProcessAge,
  routeNeverMatches,
  pathLooksLikeRegex,
  pluginAppliesNowhere,
  upstreamWithoutTarget,
  healthCheckNeverActs,
];

const BY_ID: ReadonlyMap<string, SmellRule> = new Map(smellRules.map((rule) => [rule.id, rule]));

export const judgeSmells = (evidence: LintEvidence): readonly MemberFinding[] => runListRules(smellRules, evidence, []);

/** Words for a finding of one of `smellRules`; the first line is the headline. */
export const explainSmell = (finding: MemberFinding): ReturnType<typeof wordsOfMember> => wordsOfMember(BY_ID, finding);
