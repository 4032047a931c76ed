import type { Report, Section } from '@why401/core/report';
import type { Verdict, Wanted } from '../decide/index.ts';
import type { Drawing } from '../ladder/index.ts';
import { drawChain } from './chain.ts';
import { cureOf } from './cure.ts';
import { evidenceOf } from './evidence.ts';
import { headline } from './headline.ts';
import type { Found } from './model.ts';
import { isOpen } from './open.ts';
import { raiseOf } from './raise.ts';
import {
  adviceSections,
  chainSection,
  cureSection,
  evidenceSection,
  nothingSection,
  problemsSection,
  raiseSection,
  whichSection,
  whySection,
} from './sections.ts';
import { sizeSections } from './sizes.ts';
import { timeOutSections } from './time-outs.ts';

/** What to fetch first where nothing tells. */
export const FETCH_FIRST: readonly Wanted[] = ['client', 'error-log', 'json'];

/**
 * Verdict first, then the chain with its broken link, the lines it rests on, what would make it surer, the cure.
 * @param drawing draws the time-outs too, where somebody's ended
 */
export function whoReport(found: Found, drawing?: Drawing): Report {
  const { verdict, joined, problems } = found;
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
  const surer = verdict.raise.length === 0 ? [] : [raiseSection(raiseOf(wantedFor(verdict), joined))];
  const told = evidenceOrNothing(evidence);
  const sections: readonly Section[] = [
    headline(found, verdict),
    chainSection(drawChain(found)),
    ...(isOpen(verdict)
      ? [...surer, whichSection(verdict), ...told]
      : [whySection(verdict), ...answerSections(found, verdict, surer), ...told]),
    ...(drawing === undefined ? [] : timeOutSections(found, verdict, drawing)),
    ...sizeSections(found),
    ...(found.explained === undefined ? adviceSections(verdict.cause) : []),
    ...unread,
  ];
  return {
    title: `${verdict.hop}: ${isOpen(verdict) ? 'several causes' : verdict.cause} (${verdict.certainty})`,
    sections,
  };
}

/** A cure only before what would make it surer where there is little doubt; what `explain` says goes before ours. */
function answerSections({ joined, explained }: Found, verdict: Verdict, surer: readonly Section[]): readonly Section[] {
  if (explained !== undefined)
    return [...explained.report.sections.map((section) => ({ ...section, id: `explain-${section.id}` })), ...surer];
  const doubt = verdict.certainty === 'possible' && verdict.candidates.length > 1 ? verdict.cause : null;
  const cure = cureSection(cureOf(verdict.cause, joined.record), doubt);
  return doubt === null ? [cure, ...surer] : [...surer, cure];
}

/** Where a whole class is open, error.log tells more than the answer does. */
const wantedFor = (verdict: Verdict): readonly Wanted[] =>
  isOpen(verdict)
    ? [...verdict.raise].sort((a, b) => Number(b === 'error-log') - Number(a === 'error-log'))
    : verdict.raise;

const evidenceOrNothing = (lines: Parameters<typeof evidenceSection>[0]): readonly Section[] =>
  lines.length === 0 ? [] : [evidenceSection(lines)];
