import type { Fetched, Problem } from '@why401/core';
import { clockSkew, type IssuerEvidence, metadataOf } from '@why401/core/evidence';
import { decodeBytes } from '@why401/core/input';
import { dim, type Line, line, type Section, value } from '@why401/core/report';
import { kongOnDiscovery } from './consequences.ts';

/** Why a document is not there. That the first of two well-known names leads nowhere is none, where the second was tried. */
export const fetchProblems = ({ documents, missing }: IssuerEvidence): readonly Problem[] => [
  ...documents.flatMap(({ role, fetched }, at) => {
    const next = documents[at + 1];
    const isTriedOn = role !== 'jwks' && next !== undefined && next.role !== 'jwks';
    return fetched.problem === undefined || isTriedOn ? [] : [fetched.problem];
  }),
  ...missing,
];

/** A clock is no reason to decide nothing. */
export const isSkew = ({ code }: Problem): boolean => code === 'clock-skew';

/** Seconds by which clocks may differ without a word. */
const NOTABLE_SKEW = 60;

export function skewProblems(evidence: IssuerEvidence): readonly Problem[] {
  const metadata = metadataOf(evidence)?.fetched;
  const skew = metadata === undefined ? undefined : clockSkew(metadata);
  if (skew === undefined || Math.abs(skew.seconds) <= NOTABLE_SKEW) return [];
  const isAhead = skew.seconds > 0;
  return [
    {
      code: 'clock-skew',
      message: `The issuer's clock is ${Math.abs(skew.seconds)} s ${isAhead ? 'ahead of' : 'behind'} the one here (Date header).`,
      hint: isAhead
        ? 'Where the gateway has the same clock as this machine, fresh tokens are "token not valid yet" there (nbf). Set both clocks by NTP.'
        : 'Where the gateway has the same clock as this machine, tokens end early there (exp). Set both clocks by NTP.',
    },
  ];
}

/** What went wrong, what to do, what the server said, and what a gateway makes of it. */
export function problemSections(
  asked: string,
  evidence: IssuerEvidence,
  problems: readonly Problem[],
): readonly Section[] {
  if (problems.length === 0) return [];
  const failed = evidence.documents.map(({ fetched }) => fetched).findLast(({ problem }) => problem !== undefined);
  const lines = problems.flatMap(({ message, hint }) =>
    hint === undefined ? [line`${message}`] : [line`${message}`, line`${hint}`],
  );
  const sections: Section[] = [
    { id: 'issuer', title: 'Issuer', blocks: [{ kind: 'text', lines: [...lines, ...saidLines(failed)] }] },
  ];
  if (failed?.problem !== undefined && failed.problem.stage !== 'url')
    sections.push({ id: 'kong', title: 'Kong', blocks: [{ kind: 'text', lines: kongLines(asked, failed.problem) }] });
  return sections;
}

const SHOWN = 200;

/** The beginning of a refused answer; the printer makes it safe. */
function saidLines(fetched: Fetched | undefined): readonly Line[] {
  const beginning = fetched?.document?.bytes.subarray(0, SHOWN * 4);
  const text = beginning === undefined ? '' : decodeBytes(beginning).trim();
  return text === '' ? [] : [line`${dim('The answer begins:')} ${value(text.replace(/\s+/g, ' ').slice(0, SHOWN))}`];
}

const kongLines = (asked: string, problem: NonNullable<Fetched['problem']>): readonly Line[] =>
  kongOnDiscovery(asked, problem).flatMap(({ plugin, log, note }) => [
    line`${value(plugin)}: ${note}`,
    ...(log === undefined ? [] : [line`error.log: ${value(log)}`]),
  ]);
