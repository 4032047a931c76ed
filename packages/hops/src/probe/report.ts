import type { UpstreamFacts } from '@why401/core';
import {
  type Block,
  bad,
  dim,
  good,
  type Line,
  line,
  type Report,
  type Section,
  type StepLine,
  value,
  warn,
} from '@why401/core/report';
import { EFFECTS } from './effects-table.ts';
import type { Fix, ProbeSetting, StepVerdict } from './model.ts';

export interface Probe {
  readonly facts: UpstreamFacts;
  readonly setting: ProbeSetting;
  readonly steps: readonly StepVerdict[];
}

/** Verdict, why, what to change, and every step with what was seen. The worst target comes first. */
export function probeReport(probes: readonly Probe[]): Report {
  const ordered = [...probes].sort((a, b) => weight(b) - weight(a));
  const sections = ordered.flatMap((probe) => sectionsOf(probe, ordered.length > 1));
  return {
    title: ordered
      .slice(0, 1)
      .map((probe) => textOf(headline(probe)))
      .join(''),
    sections,
  };
}

const textOf = (shown: Line): string => shown.map(({ text }) => text).join('');

/** The first step that ends the call; else the first that should worry. */
export const worst = (steps: readonly StepVerdict[]): StepVerdict | undefined =>
  steps.find(({ severity }) => severity === 'error') ?? steps.find(({ severity }) => severity === 'warning');

const weight = ({ steps }: Probe): number => ['warning', 'error'].indexOf(worst(steps)?.severity ?? '');

function headline({ facts: { target, connections }, setting, steps }: Probe): Line {
  const where = value(`${target.protocol}://${target.host}:${target.port}`);
  const step = worst(steps);
  if (step?.severity === 'error')
    return step.effect === undefined
      ? line`${bad(`${setting.service} fails`)} at ${where}: ${step.step}`
      : line`${bad(consequence(step))} for ${setting.service} at ${where}: ${EFFECTS[step.effect].cause}`;
  if (connections.every(({ failure, refused }) => failure !== undefined || refused !== undefined))
    return line`${warn('Not looked at')}: ${setting.service} at ${where}`;
  return step === undefined
    ? line`${good('Kong gets an answer')} from ${setting.service} at ${where}`
    : line`${warn('Kong gets an answer')}, with a risk: ${setting.service} at ${where}`;
}

function consequence({ effect }: StepVerdict): string {
  const status = effect === undefined ? null : EFFECTS[effect].status;
  return status === null ? 'Kong passes on a broken answer' : `Kong answers ${status}`;
}

function sectionsOf(probe: Probe, several: boolean): readonly Section[] {
  const { facts, steps } = probe;
  const { address = facts.target.host, port } = facts.connections[0] ?? {};
  const id = several ? `-${address}-${port}` : '';
  const failed = steps.filter(({ outcome }) => outcome === 'fail');
  const fixes = failed.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  const all: readonly Section[] = [
    { id: `reply${id}`, title: '', blocks: [text([headline(probe)])] },
    { id: `why${id}`, title: 'Why', blocks: failed.map(whyBlock) },
    { id: `cure${id}`, title: 'Change', blocks: fixes.flatMap((fix) => fixBlocks(fix, probe.setting)) },
    { id: `path${id}`, title: 'Path', blocks: [{ kind: 'steps', steps: steps.map(stepLine) }] },
    {
      id: `not${id}`,
      title: 'Not seen',
      blocks: facts.leftOut.length === 0 ? [] : [text([line`The time was over before: ${facts.leftOut.join(', ')}.`])],
    },
  ];
  return all.filter(({ blocks }) => blocks.length > 0);
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });

function whyBlock({ step, severity, evidence, effect }: StepVerdict): Block {
  const [first = '', ...more] = evidence;
  const tone = severity === 'error' ? bad : warn;
  const kong = effect === undefined ? [] : [kongLine(EFFECTS[effect])];
  return text([line`${tone(step)} ${first}`, ...more.map((one) => line`${dim(one)}`), ...kong]);
}

function kongLine({ status, line: logged }: { readonly status: number | null; readonly line: string | null }): Line {
  const answer = status === null ? 'Kong goes on' : `Kong answers ${status}`;
  return logged === null
    ? line`${answer}; its error.log says nothing.`
    : line`${answer}; its error.log says: ${value(logged)}`;
}

function fixBlocks({ service, settings, advice }: Fix, { service: name }: ProbeSetting): readonly Block[] {
  const blocks: Block[] = [];
  if (advice !== undefined) blocks.push(text([line`${advice}`]));
  if (service !== undefined) {
    const fields = Object.entries(service);
    blocks.push({
      kind: 'code',
      language: 'yaml',
      lines: ['services:', `- name: ${name}`, ...fields.map(([field, to]) => `  ${field}: ${to}`)],
    });
    blocks.push(text([line`or, where the node has an Admin API (not Konnect, DB-less or a hybrid data plane):`]));
    blocks.push({
      kind: 'code',
      language: 'sh',
      lines: [
        `curl -X PATCH http://localhost:8001/services/${name} ${fields.map(([field, to]) => `-d ${field}=${to}`).join(' ')}`,
      ],
    });
  }
  if (settings !== undefined)
    blocks.push({
      kind: 'code',
      language: 'sh',
      lines: Object.entries(settings).map(([field, to]) => `KONG_${field.toUpperCase()}='${to}'`),
    });
  return blocks;
}

const stepLine = ({ step, outcome, severity, follows, ms, evidence, basis }: StepVerdict): StepLine => ({
  // A risk is no break: the call goes on.
  outcome: follows !== undefined ? 'not-reached' : outcome === 'fail' && severity === 'warning' ? 'unknown' : outcome,
  name: step,
  detail: line`${evidence[0] ?? ''}${ms === undefined ? '' : dim(` ${Math.round(ms)} ms`)}`,
  ...(basis[0] !== undefined && follows === undefined && outcome !== 'not-applicable' && { basis: basis[0].ref }),
});
