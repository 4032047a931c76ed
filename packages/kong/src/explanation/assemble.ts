import type { Plugin } from '../config/index.ts';
import { proposeCures, proveCures, type Situation, shortened, sightOf } from '../cure/index.ts';
import type { Judgement } from '../judgement/index.ts';
import { fromBytes } from '../wire/bytes.ts';
import { causesOf } from './causes.ts';
import { comparisonOf } from './compared.ts';
import { diagnosisOf } from './diagnosis.ts';
import type { Explanation, Frame, PassedOn } from './explanation.ts';
import { nextOf } from './next.ts';
import { type ActualReply, compareReply } from './reply/index.ts';

export interface AssembleOptions {
  /** IANA name of the zone in which times are shown. */
  readonly zone: string;
  /** What Kong really answered. */
  readonly reply?: ActualReply | undefined;
  /** False leaves the cures out: each is proven by loading the changed files once more. */
  readonly cures?: boolean;
}

/** Everything that is said about a judgement: what was compared, the cures and their proofs, and what comes then. */
export function explanationOf(situation: Situation, { zone, reply, cures = true }: AssembleOptions): Explanation {
  const { judgement, gateway, request, ports } = situation;
  const now = ports.clock.now();
  const [worry] = judgement.surprises;
  // What passes and gives no cause for worry is the usual case: nothing more is looked at.
  const sight = judgement.outcome === 'answered' || worry !== undefined ? sightOf(situation) : undefined;
  const proven = cures ? proveCures(proposeCures(situation, sight), situation) : [];
  return {
    judgement,
    plugin: judgement.plugin ?? (judgement.outcome === 'proxied' ? judgedBy(judgement) : null),
    request,
    passedOn: passedOnOf(situation),
    now,
    diagnosis: (judgement.failed === null ? worry?.id : diagnosisOf(judgement.failed)) ?? null,
    comparison: comparisonOf(judgement, gateway, now, zone),
    cures: proven.map(({ cure }) => cure),
    causes: causesOf(situation),
    next: nextOf(situation, sight, proven),
    frame: frameAt(situation),
    reply: reply === undefined ? null : compareReply(judgement, reply),
  };
}

/** The plugin that judged the token. */
function judgedBy({ path }: Judgement): Plugin | null {
  return path.find(({ plugin }) => plugin?.name === 'jwt')?.plugin ?? null;
}

function frameAt(situation: Situation): Frame | null {
  const { failed, surprises } = situation.judgement;
  const place = failed === null ? surprises[0]?.place : failed.place;
  if (place === undefined) return null;
  const lines = situation.frame(place);
  return lines.length === 0 ? null : { place, lines };
}

const IDENTITY = /^x-(consumer-|credential-identifier$|anonymous-consumer$)/;

function passedOnOf(situation: Situation): PassedOn | null {
  const { upstream } = situation.judgement;
  if (upstream === null) return null;
  const identity = upstream.headers.filter(([name]) => IDENTITY.test(name));
  return {
    path: shortened(situation, upstream.path),
    identity: identity.map(([name, value]) => [name, fromBytes(value)]),
  };
}
