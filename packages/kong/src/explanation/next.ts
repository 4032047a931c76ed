import { membersOf, type Proven, type Sight, type Situation } from '../cure/index.ts';
import type { Check, Judgement } from '../judgement/index.ts';
import type { Next } from './explanation.ts';

/** Checks that are looked for behind the next one. */
const MOST = 6;

/** What the request meets once the first cure is made; without a cure, once the failing check is passed all the same. */
export function nextOf(situation: Situation, sight: Sight | undefined, proven: readonly Proven[]): Next | null {
  const { judgement } = situation;
  if (judgement.outcome !== 'answered' || judgement.failed === null) return null;
  const best = proven[0];
  const [open] = best?.cure.proof.standIns ?? [];
  if (open !== undefined) return { kind: 'open', on: open };
  const ends = endsUnchecked(sight);
  if (best !== undefined) return after(best.after, best.again, ends);
  const { step } = judgement.failed;
  const again: Again = (steps) =>
    situation.simulator.judge(situation.gateway, situation.request, { assume: [step, ...steps] });
  const assumed = again([]);
  return assumed.outcome === 'undetermined' || assumed.failed?.step === step ? null : after(assumed, again, ends);
}

type Again = Proven['again'];

function after(judgement: Judgement, again: Again, ends: number | null): Next | null {
  if (judgement.outcome === 'proxied')
    return { kind: 'passes', worries: judgement.surprises.map(({ id }) => id), endsUnchecked: ends };
  if (judgement.failed === null) return null;
  const { reply, failed, outcome } = judgement;
  const ending = { outcome, status: reply?.status ?? null, body: reply?.body ?? null, step: failed.step };
  return { kind: 'fails', ending, checks: [failed, ...further(again, failed.step)] };
}

/** The checks that fail one after the other when each is taken as passed. */
function further(again: Again, first: string): readonly Check[] {
  const steps = [first];
  const checks: Check[] = [];
  while (checks.length < MOST) {
    const { failed } = again(steps);
    if (failed === null || steps.includes(failed.step)) break;
    steps.push(failed.step);
    checks.push(failed);
  }
  return checks;
}

/** When the token ends without anybody looking; null where `exp` is checked, absent or over. */
function endsUnchecked(sight: Sight | undefined): number | null {
  if (sight?.token === undefined || (sight.config.claims_to_verify ?? []).includes('exp')) return null;
  const exp = membersOf(sight.token, 'claims')?.['exp'];
  return typeof exp === 'number' && exp * 1000 > sight.ports.clock.now() ? exp : null;
}
