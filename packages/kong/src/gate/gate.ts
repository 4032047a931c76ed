import type { Place, Ports, Problem } from '@why401/core';
import { type ConfigFile, maskedMessage, type Refusal } from '../config/index.ts';
import { createExplainer, type Explainer } from '../explain.ts';
import { type Explanation, toJson } from '../explanation/index.ts';
import type { RouterFlavor } from '../versions/index.ts';
import { type AnswerDifference, answerDifferences } from './differences.ts';
import { movedRoute } from './moved.ts';
import type { GateRequest } from './requests.ts';

export interface GateOptions {
  /** `3.9`, `3.9.1`, `HEAD`, …; 3.9 where absent. */
  readonly version?: string | undefined;
  readonly flavor?: RouterFlavor | undefined;
  /** IANA name of the zone in which times are shown. */
  readonly zone: string;
}

/** What one configuration answers, in short. */
export interface Side {
  readonly outcome: 'answered' | 'proxied' | 'undetermined';
  readonly status: number | null;
  /** Why, in one sentence. */
  readonly why: string;
  /** Of the check that decided. */
  readonly place: Place | null;
  readonly route: string | null;
  readonly plugin: string | null;
  readonly step: string | null;
}

export interface GateCase {
  readonly name: string;
  /** `GET https://api.example/orders`, its query left out. */
  readonly request: string;
  readonly outcome: 'same' | 'changed' | 'undetermined';
  readonly before: Side;
  readonly after: Side;
  readonly differences: readonly AnswerDifference[];
  /** Why another route takes it, where one does. */
  readonly moved?: string;
}

export interface Gated {
  readonly version: string;
  readonly before: string;
  readonly after: string;
  readonly cases: readonly GateCase[];
  /** What Kong refuses of the new configuration: it would never run. */
  readonly refusals: readonly Refusal[];
}

export type Gating =
  | { readonly ok: true; readonly gate: Gate }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Gate {
  /** What Kong refuses of the new configuration. */
  readonly refusals: readonly Refusal[];
  judge(request: GateRequest): GateCase;
}

/**
 * Reads both configurations. Problems: what nobody can read, and an old one that Kong refuses: what runs is then not
 * known. `ports.clock` is the time of requests that have none of their own.
 */
export function createGate(
  before: readonly ConfigFile[],
  after: readonly ConfigFile[],
  { version, flavor, zone }: GateOptions,
  ports: Ports,
): Gating {
  const clock = { now: ports.clock.now() };
  const timed: Ports = { ...ports, clock: { now: () => clock.now } };
  const options = { zone, ...(version !== undefined && { version }), ...(flavor !== undefined && { flavor }) };
  const sides = [before, after].map((files) => createExplainer(files, options, timed));
  const problems = sides.flatMap((side) => (side.ok ? [] : side.problems));
  const [old, fresh] = sides.flatMap((side) => (side.ok ? [side.explainer] : []));
  if (problems.length > 0 || old === undefined || fresh === undefined) return { ok: false, problems };
  const refused = old.gateway.refusals.map(refusedProblem);
  if (refused.length > 0) return { ok: false, problems: refused };
  const judge: Gate['judge'] = (request) => {
    clock.now = request.now === undefined ? ports.clock.now() : request.now * 1000;
    const [one, other] = [explained(old, request), explained(fresh, request)];
    const moved = movedRoute(one, other, fresh.gateway, ports.crypto);
    return { ...caseOf(request, one, other, zone), ...(moved !== undefined && { moved }) };
  };
  return { ok: true, gate: { refusals: fresh.gateway.refusals, judge } };
}

const refusedProblem = ({ path, message, place }: Refusal): Problem => ({
  code: 'config-refused',
  message: `Kong refuses the old configuration, so that what runs is not known: ${path.join('.')}: ${maskedMessage({ message })}`,
  ...(place !== undefined && { place }),
});

const explained = ({ explain }: Explainer, { wire }: GateRequest): Explanation =>
  explain(wire, undefined, { cures: false });

function caseOf({ name, wire }: GateRequest, old: Explanation, fresh: Explanation, zone: string): GateCase {
  const differences = answerDifferences(old.judgement, fresh.judgement);
  const [path = ''] = wire.target.split('?');
  return {
    name,
    request: `${wire.method} ${wire.scheme}://${wire.host}${path.startsWith('/') ? path : ''}`,
    outcome: differences === undefined ? 'undetermined' : differences.length > 0 ? 'changed' : 'same',
    before: sideOf(old, zone),
    after: sideOf(fresh, zone),
    differences: differences ?? [],
  };
}

/** The part of the `explain` document that a comparison shows. */
interface Told {
  readonly why: { readonly text: string };
  readonly route: { readonly id: string; readonly name: string | null } | null;
  readonly plugin: { readonly name: string } | null;
  readonly step: string | null;
  readonly place: Place | null;
}

export function sideOf(explanation: Explanation, zone: string): Side {
  const { why, route, plugin, step, place } = toJson(explanation, { zone, as: 'diff' }) as Told;
  const { outcome, reply } = explanation.judgement;
  return {
    outcome,
    status: reply?.status ?? null,
    why: why.text,
    place,
    route: route === null ? null : (route.name ?? route.id),
    plugin: plugin?.name ?? null,
    step,
  };
}
