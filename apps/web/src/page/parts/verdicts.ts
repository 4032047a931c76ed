import type { Report, Section } from '@why401/core/report';
import { plain, sectionOf } from '../print/index.ts';
import type { ExplainData } from '../state/answers.ts';

export interface Verdict {
  readonly report: Report;
  readonly data: ExplainData;
  /** Which of several, and at which instance. */
  readonly label?: string;
}

/** One verdict for each instance that looks at a bare token; else the one that there is. */
export function verdictsOf(report: Report, data: ExplainData): readonly Verdict[] {
  if (data.verdicts === undefined) return [{ report, data }];
  const heads = report.sections.flatMap(({ id }, at) => (/^verdict-\d+$/.test(id) ? [at] : []));
  return heads.map((from, at) => {
    const sections = report.sections.slice(from + 1, heads[at + 1]);
    const label = plain(firstLine(report.sections[from]));
    return { report: { title: titleOf(sections), sections }, data: data.verdicts?.[at] ?? {}, label };
  });
}

/** As the title of a report with one verdict: what Kong answers, and the first sentence of why. */
function titleOf(sections: readonly Section[]): string {
  const [head] = firstLine(sectionOf({ title: '', sections }, 'reply')) ?? [];
  const why = plain(firstLine(sectionOf({ title: '', sections }, 'why')));
  return [head?.text ?? '', why].filter((part) => part !== '').join(': ');
}

function firstLine(section: Section | undefined) {
  const block = section?.blocks[0];
  return block?.kind === 'text' || block?.kind === 'verbatim' ? block.lines[0] : undefined;
}
