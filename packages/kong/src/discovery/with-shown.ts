import type { Problem } from '@why401/core';
import { type Line, line, type Report, type Section, warn } from '@why401/core/report';
import type { IssuerDocument } from '@why401/core/verdict';
import { isSkew } from './problems.ts';
import type { ShownIssuer } from './shown.ts';

/** The document of the judge with how it was got: stages of the fetcher first, each with its time. */
export function withShown(document: IssuerDocument, shown: ShownIssuer | undefined): object {
  if (shown === undefined) return document;
  const { problems, opinion, stages } = shown;
  return {
    ...document,
    findings: [...document.findings, ...problems.filter(isSkew).map(skewFinding)],
    stages: [...stages, ...document.stages],
    problems: problems.filter((problem) => !isSkew(problem)),
    ...(opinion !== undefined && { opinion }),
  };
}

const skewFinding = ({ code, message, hint }: Problem): IssuerDocument['findings'][number] => ({
  id: code,
  severity: 'warning',
  member: null,
  found: null,
  wanted: null,
  basis: [{ kind: 'rfc', ref: 'RFC 9110 §6.6.1' }],
  message,
  ...(hint !== undefined && { hint }),
});

/** Why something is missing stands first after the verdict; how the rest came stands last. */
export function reportWithShown(report: Report, shown: ShownIssuer | undefined): Report {
  if (shown === undefined) return report;
  const isWhy = (id: string): boolean => id === 'issuer' || id === 'kong';
  const [verdict, ...rest] = report.sections;
  const undecided = undecidedLine(shown);
  const headline: readonly Section[] =
    undecided === undefined
      ? [verdict].filter((section) => section !== undefined)
      : [{ id: 'verdict', title: '', blocks: [{ kind: 'text', lines: [undecided] }] }];
  return {
    title: undecided === undefined ? report.title : undecided.map(({ text }) => text).join(''),
    sections: [
      ...headline,
      ...shown.sections.filter(({ id }) => isWhy(id)),
      ...rest,
      ...shown.sections.filter(({ id }) => !isWhy(id)),
    ],
  };
}

/** What did not come cannot be in good order. */
function undecidedLine({ asked, problems }: ShownIssuer): Line | undefined {
  const problem = problems.find((one) => !isSkew(one));
  return problem === undefined ? undefined : line`${warn('Not decided')} · ${asked} · ${problem.code}`;
}
