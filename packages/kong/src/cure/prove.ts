import type { Gateway } from '../config/index.ts';
import type { Judgement } from '../judgement/index.ts';
import { applyEdits } from './apply.ts';
import type { Candidate, Change, Cure, Ending } from './model.ts';
import { LARGE } from './open.ts';
import { patchGateway } from './patch.ts';
import type { Situation } from './situation.ts';

/** A cure that was tried, and how the gateway judges with it. */
export interface Proven {
  readonly cure: Cure;
  readonly after: Judgement;
  /** Judges again with the cure made, and with these checks taken as passed. */
  again(assume: readonly string[]): Judgement;
}

/** What a change is made in: the files, all of which are then loaded once more, or the model that was made of them. */
export type ProvenBy = 'files' | 'model';

const isLarge = ({ files }: Situation): boolean => files.reduce((sum, { text }) => sum + text.length, 0) >= LARGE;

/**
 * Tries every candidate by judging again with it applied, and keeps those after which the failing check is
 * passed (or, of an acceptance that should worry, after which the request is refused). Those that leave
 * nothing to fail go first, those that lower the guard last.
 */
export function proveCures(
  candidates: readonly Candidate[],
  situation: Situation,
  by: ProvenBy = isLarge(situation) ? 'model' : 'files',
): readonly Proven[] {
  const { judgement } = situation;
  const proven: Proven[] = [];
  for (const candidate of candidates) {
    // The candidates of one kind stand in the order of their likelihood: the first that settles it is enough.
    const same = proven.filter(({ cure }) => cure.id === candidate.id && cure.who === candidate.who);
    if (same.some(({ after }) => settles(after, judgement))) continue;
    const tried = tryOut(candidate, situation, by);
    if (tried !== undefined) proven.push(tried);
  }
  return worthwhile(distinct(proven), judgement).sort((a, b) => rank(a, judgement) - rank(b, judgement));
}

/** Where one change settles the matter, those that only lead to the next refusal are left out. */
function worthwhile(proven: readonly Proven[], before: Judgement): Proven[] {
  const settled = proven.filter(({ after }) => settles(after, before));
  return settled.some(({ cure }) => cure.weakens === null) ? settled : [...proven];
}

function settles(after: Judgement, before: Judgement): boolean {
  return before.outcome === 'proxied' || after.outcome === 'proxied';
}

function tryOut(candidate: Candidate, situation: Situation, by: ProvenBy): Proven | undefined {
  const { trial, ...rest } = candidate;
  const { version, assume } = trial;
  const request = trial.request ?? situation.request;
  const made = make(candidate, situation, by);
  if (made === undefined) return undefined;
  const again: Proven['again'] = (more) =>
    situation.simulator.judge(made.gateway, request, { version, assume: [...assume, ...more] });
  const after = again([]);
  if (!helps(situation.judgement, after)) return undefined;
  // The lines are looked for only where there is something to show.
  const change = made.change ?? apply(candidate.change, situation)?.change;
  if (change === undefined) return undefined;
  const proof = {
    kind: trial.assume.length + trial.standIns.length === 0 ? ('full' as const) : ('assumed' as const),
    assumed: trial.assume,
    standIns: trial.standIns,
    before: endingOf(situation.judgement),
    after: endingOf(after),
  };
  return { cure: { ...rest, change, proof }, after, again };
}

interface Made {
  readonly gateway: Gateway;
  /** The change as it is shown, where the files had to be changed for it. */
  readonly change: Change | undefined;
}

/** The gateway with the change made; undefined where Kong would refuse it. */
function make({ change, trial }: Candidate, situation: Situation, by: ProvenBy): Made | undefined {
  const { version } = trial;
  if (by === 'model' && change.kind === 'config' && version === undefined) {
    const patched = patchGateway(situation, change);
    if (patched === 'refused') return undefined;
    if (patched !== 'unfit') return { gateway: patched, change: undefined };
  }
  const applied = apply(change, situation);
  if (applied === undefined) return undefined;
  const unchanged = applied.files === undefined && version === undefined;
  const gateway = unchanged ? situation.gateway : situation.simulator.load(applied.files ?? situation.files, version);
  return gateway === undefined ? undefined : { gateway, change: applied.change };
}

function apply(change: Change, situation: Situation) {
  if (change.kind !== 'config') return { change, files: undefined };
  return applyEdits(situation, change.edits);
}

function helps(before: Judgement, after: Judgement): boolean {
  if (after.outcome === 'undetermined') return false;
  if (before.outcome === 'proxied') return after.outcome === 'answered' && (after.reply?.status ?? 0) < 500;
  if (after.outcome === 'proxied') return true;
  // A server error that becomes a plain refusal: what was broken in the gateway is mended.
  if ((before.reply?.status ?? 0) >= 500 && (after.reply?.status ?? 500) < 500) return true;
  const failed = before.failed;
  return failed !== null && after.path.some((check) => passes(check, failed));
}

/** The check that failed before is passed now: the same name in the same plugin, or a later one is reached. */
function passes(check: Judgement['path'][number], failed: NonNullable<Judgement['failed']>): boolean {
  return check.name === failed.name && check.plugin?.name === failed.plugin?.name && check.outcome === 'pass';
}

function endingOf(judgement: Judgement): Ending {
  const { outcome, reply, failed } = judgement;
  return { outcome, status: reply?.status ?? null, body: reply?.body ?? null, step: failed?.step ?? null };
}

/** Two candidates can come to the same change. */
function distinct(proven: readonly Proven[]): Proven[] {
  const seen = new Set<string>();
  return proven.filter(({ cure: { who, change } }) => {
    const key = JSON.stringify([who, change]);
    return !seen.has(key) && seen.add(key);
  });
}

function rank({ cure, after }: Proven, before: Judgement): number {
  return (cure.weakens === null ? 0 : 4) + (settles(after, before) ? 0 : 2) + (cure.proof.kind === 'full' ? 0 : 1);
}
