import type { FetchStage, Outcome, Problem } from '@why401/core';
import type { GatheredDocument, IssuerEvidence } from '@why401/core/evidence';
import { type Block, dim, type Line, line, type Section, type StepLine, value } from '@why401/core/report';

/** One stage of one document, as `--json` tells it. */
export interface StageDocument {
  readonly document: GatheredDocument['role'];
  readonly url: string;
  readonly name: string;
  readonly ms: number;
  readonly outcome: Outcome;
  readonly detail?: string;
  readonly problem?: Problem;
}

export function stageDocuments({ documents }: IssuerEvidence): readonly StageDocument[] {
  return documents.flatMap(({ role, fetched }) =>
    fetched.stages.map((stage) => ({ document: role, url: fetched.url, ...stage, ms: inTenths(stage.ms) })),
  );
}

const inTenths = (ms: number): number => Math.round(ms * 10) / 10;

/** For people: one line for each document that came, all stages of one that did not. */
export function stageSection({ documents, missing }: IssuerEvidence): Section {
  const blocks: Block[] = documents.map((document) => ({ kind: 'steps', steps: stepsOf(document) }));
  if (missing.length > 0) blocks.push({ kind: 'text', lines: missing.flatMap(problemLines) });
  return { id: 'stages', title: 'Fetched', blocks };
}

function stepsOf({ role, fetched }: GatheredDocument): readonly StepLine[] {
  const head = line`${value(fetched.url)}${fetched.attempts > 1 ? dim(' (second attempt)') : ''}`;
  const outcome = fetched.problem === undefined ? 'pass' : 'fail';
  const total = fetched.stages.reduce((sum, { ms }) => sum + ms, 0);
  return [
    { outcome, name: NAMES[role], detail: [...head, ...line` ${dim(`${total.toFixed(0)} ms`)}`] },
    ...fetched.stages.filter(({ name }) => name !== 'url').map(stepOf),
    ...fetched.stages.filter(({ name, outcome: own }) => name === 'url' && own !== 'pass').map(stepOf),
  ];
}

const NAMES: Readonly<Record<GatheredDocument['role'], string>> = {
  'openid-configuration': 'metadata',
  'oauth-authorization-server': 'metadata',
  jwks: 'key set',
};

const stepOf = ({ name, outcome, ms, detail, problem }: FetchStage): StepLine => ({
  outcome,
  name: `  ${name}`,
  detail: problem === undefined ? line`${detail ?? ''} ${dim(`${ms.toFixed(1)} ms`)}` : line`${problem.message}`,
});

const problemLines = ({ message, hint }: Problem): readonly Line[] =>
  hint === undefined ? [line`${message}`] : [line`${message}`, line`${dim(hint)}`];
