import type { Ports, Problem } from '@why401/core';
import { type Question, sendingsOf } from '../ask/index.ts';
import type { ConfigFile, Refusal } from '../config/index.ts';
import { createExplainer, type Explainer } from '../explain.ts';
import { type AnswerDifference, answerDifferences, type Side, sideOf } from '../gate/index.ts';
import { type Release, type RouterFlavor, readRelease } from '../versions/index.ts';
import type { WireRequest } from '../wire/index.ts';
import { type Cause, causesOf } from './causes.ts';

export interface AcrossOptions {
  /** In the order in which they are compared: `2.8`, `3.4`, `3.9`. */
  readonly versions: readonly string[];
  /** For all of them; absent: the default of each. */
  readonly flavor?: RouterFlavor | undefined;
  readonly zone: string;
}

/** What one release answers. Without a side: it refuses the configuration. */
export interface VersionAnswer {
  readonly version: string;
  readonly flavor: RouterFlavor;
  readonly side: Side | null;
  readonly refusals: readonly Refusal[];
}

/** From one release to the next one of those that were asked for. */
export interface Upgrade {
  readonly before: string;
  readonly after: string;
  /** `undetermined` where one of the two could not be decided or refuses the file: never equal. */
  readonly outcome: 'same' | 'changed' | 'undetermined';
  readonly differences: readonly AnswerDifference[];
  readonly causes: readonly Cause[];
}

export interface AcrossRequest {
  /** `GET https://api.example/orders`, its query left out. */
  readonly request: string;
  readonly answers: readonly VersionAnswer[];
  readonly upgrades: readonly Upgrade[];
}

export interface Across {
  readonly requests: readonly AcrossRequest[];
  /** What had to be decided to have the requests. */
  readonly notes: readonly string[];
}

export type Crossing =
  | { readonly ok: true; readonly across: Across }
  | { readonly ok: false; readonly problems: readonly Problem[] };

interface Lane {
  readonly release: Release;
  readonly flavor: RouterFlavor;
  readonly explainer: Explainer;
}

/** The same question to several releases under one configuration. */
export function across(
  files: readonly ConfigFile[],
  question: Question,
  { versions, flavor, zone }: AcrossOptions,
  ports: Ports,
): Crossing {
  const lanes: Lane[] = [];
  for (const version of versions) {
    const release = readRelease(version);
    if (!release.ok) return { ok: false, problems: [release.problem] };
    const own = flavor ?? (release.value.version === '2.8' ? 'traditional' : 'traditional_compatible');
    const explaining = createExplainer(files, { version, flavor: own, zone }, ports);
    if (!explaining.ok) return explaining;
    lanes.push({ release: release.value, flavor: own, explainer: explaining.explainer });
  }
  const last = lanes.at(-1);
  if (last === undefined || lanes.length < 2) return { ok: false, problems: [TWO] };
  const sent = sendingsOf(question, last.explainer.gateway);
  if (!sent.ok) return { ok: false, problems: [sent.problem] };
  const requests = sent.sendings.map(({ request }) => requestAcross(lanes, request, zone, ports));
  return { ok: true, across: { requests, notes: sent.sendings.flatMap(({ note }) => note ?? []) } };
}

const TWO: Problem = {
  code: 'versions-wanted',
  message: 'One version cannot be compared.',
  hint: 'Give at least two: --across 2.8,3.4,3.9',
};

function requestAcross(lanes: readonly Lane[], wire: WireRequest, zone: string, ports: Ports): AcrossRequest {
  const [path = ''] = wire.target.split('?');
  return {
    request: `${wire.method} ${wire.scheme}://${wire.host}${path.startsWith('/') ? path : ''}`,
    answers: lanes.map(({ release, flavor, explainer }) => ({
      version: release.text,
      flavor,
      side: isRefused(explainer) ? null : sideOf(explainer.explain(wire, undefined, { cures: false }), zone),
      refusals: explainer.gateway.refusals,
    })),
    upgrades: lanes.slice(1).flatMap((after, i) => {
      const before = lanes[i];
      return before === undefined ? [] : [upgrade(before, after, wire, ports)];
    }),
  };
}

const isRefused = ({ gateway }: Explainer): boolean => gateway.refusals.length > 0;

function upgrade(before: Lane, after: Lane, wire: WireRequest, ports: Ports): Upgrade {
  const named = { before: before.release.text, after: after.release.text };
  const open: Upgrade = { ...named, outcome: 'undetermined', differences: [], causes: [] };
  if (isRefused(before.explainer) || isRefused(after.explainer)) return open;
  const [a, b] = [before, after].map(({ explainer }) => explainer.explain(wire, undefined, { cures: false }).judgement);
  const differences = a && b && answerDifferences(a, b);
  if (differences === undefined) return open;
  if (differences.length === 0) return { ...open, outcome: 'same' };
  const standing = ({ release, flavor, explainer: { gateway } }: Lane) => ({ release, flavor, gateway });
  return {
    ...named,
    outcome: 'changed',
    differences,
    causes: causesOf(standing(before), standing(after), wire, ports),
  };
}
