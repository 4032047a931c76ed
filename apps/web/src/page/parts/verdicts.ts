import type { Report } from '@why401/core/report';
import type { ExplainData } from '../state/answers.ts';

export interface Verdict {
  readonly report: Report;
  readonly data: ExplainData;
}

/** One verdict for each instance that looks at a bare token; else the one that there is. */
export function verdictsOf(report: Report, data: ExplainData): readonly Verdict[] {
  if (data.verdicts === undefined) return [{ report, data }];
  const groups: Verdict[] = [];
  for (const one of report.sections) {
    const last = groups.at(-1);
    if (/^verdict-\d+$/.test(one.id)) {
      const line = one.blocks[0]?.kind === 'text' ? one.blocks[0].lines[0] : undefined;
      const title = (line ?? []).map(({ text }) => text).join('');
      groups.push({ report: { title, sections: [] }, data: data.verdicts[groups.length] ?? {} });
    } else if (last !== undefined) {
      const sections = [...last.report.sections, one];
      groups[groups.length - 1] = { report: { title: last.report.title, sections }, data: last.data };
    }
  }
  return groups;
}
