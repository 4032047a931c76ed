import type { Report, Section } from '@why401/core/report';
import type { Wanted } from '../decide/index.ts';
import { drawChain } from './chain.ts';
import { cureOf } from './cure.ts';
import { evidenceOf } from './evidence.ts';
import type { Found } from './model.ts';
import { raiseOf } from './raise.ts';
import {
  adviceSections,
  chainSection,
  cureSection,
  evidenceSection,
  headline,
  nothingSection,
  problemsSection,
  raiseSection,
  whySection,
} from './sections.ts';

/** What to fetch first where nothing tells. */
export const FETCH_FIRST: readonly Wanted[] = ['client', 'error-log', 'json'];

/** Verdict first, then the chain with its broken link, the lines it rests on, what would make it surer, the cure. */
export function whoReport(found: Found): Report {
  const { verdict, joined, problems, explained } = found;
  const unread = problems.length === 0 ? [] : [problemsSection(problems)];
  const evidence = evidenceOf(joined.record);
  if (verdict === null) {
    const sections = [
      nothingSection(),
      ...evidenceOrNothing(evidence),
      raiseSection(raiseOf(FETCH_FIRST, joined)),
      ...unread,
    ];
    return { title: 'no verdict', sections };
  }
  const sections: readonly Section[] = [
    headline(verdict),
    chainSection(drawChain(found)),
    whySection(verdict),
    ...evidenceOrNothing(evidence),
    ...(verdict.raise.length === 0 ? [] : [raiseSection(raiseOf(verdict.raise, joined))]),
    cureSection(cureOf(verdict.cause, joined.record)),
    ...adviceSections(verdict.cause),
    ...(explained?.report.sections ?? []).map((section) => ({ ...section, id: `explain-${section.id}` })),
    ...unread,
  ];
  return { title: `${verdict.hop}: ${verdict.cause} (${verdict.certainty})`, sections };
}

const evidenceOrNothing = (lines: Parameters<typeof evidenceSection>[0]): readonly Section[] =>
  lines.length === 0 ? [] : [evidenceSection(lines)];
