import type { Evidence } from '../evidence/index.ts';
import { absentFromKong } from './absent.ts';
import { byClient } from './client/index.ts';
import { conclude } from './conclude.ts';
import { byErrorLog } from './error-log-only.ts';
import { firstSigns } from './first-signs.ts';
import { goneOrNoHttp } from './gone.ts';
import { insideKong } from './kong.ts';
import { first, type Stage, type Verdict } from './model.ts';
import { isKongs, replacedByLb1 } from './replaced.ts';

/** Where nothing shows that the client's answer is Kong's, LB1 may have put another of the same status in its place. */
const compared: Stage = (evidence) => {
  const found = insideKong(true)(evidence);
  if (found?.certainty !== 'certain' || evidence.hasLb1 === false || evidence.answer?.status == null) return found;
  return isKongs(evidence) === true ? found : { ...found, certainty: 'likely' };
};

/** Kong's logs know the request: what they say goes before what an answer looks like. */
const known: Stage = (evidence) =>
  evidence.trace.found ? first(goneOrNoHttp, replacedByLb1, compared)(evidence) : undefined;

const answered: Stage = (evidence) => (evidence.answer === null ? undefined : byClient(evidence));

const logged: Stage = (evidence) => (evidence.lines.given ? byErrorLog(evidence) : undefined);

const STAGES: Stage = first(firstSigns, known, absentFromKong, answered, logged);

/** Who rejected the request, where and why; null where nothing that was given tells (reference §10). */
export function decide(evidence: Evidence): Verdict | null {
  const found = STAGES(evidence);
  return found === undefined ? null : conclude(found, evidence);
}
