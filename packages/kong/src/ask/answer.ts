import { line, type Report, strong } from '@why401/core/report';
import { claimUses, type Explanation, reportOf, type Telling, toJson } from '../explanation/index.ts';
import { fromBytes } from '../wire/index.ts';
import type { Answer } from './model.ts';

/** One answer over the explanations of several instances, the rejecting ones first. */
export function answerOf(explanations: readonly Explanation[], telling: Telling): Omit<Answer, 'notes' | 'known'> {
  const sorted = [...explanations].sort((a, b) => order[verdictOf(a)] - order[verdictOf(b)]);
  const [first] = sorted;
  return {
    verdict: first === undefined ? 'undecided' : verdictOf(first),
    surprises: sorted.flatMap(({ judgement }) => judgement.surprises),
    report: () => reportOfAll(sorted.map((one) => ({ name: nameOf(one), report: reportOf(one, telling) }))),
    claimUses: () => sorted.map(({ judgement }) => claimUses(judgement)),
    json: () =>
      first !== undefined && sorted.length === 1
        ? toJson(first, telling)
        : { verdicts: sorted.map((one) => toJson(one, telling)) },
  };
}

const order = { rejected: 0, undecided: 1, accepted: 2 } as const;

/** A preflight that Kong answers by itself is no rejection. */
function verdictOf({ judgement: { outcome, reply } }: Explanation): Answer['verdict'] {
  if (outcome === 'undetermined') return 'undecided';
  return outcome === 'answered' && (reply?.status ?? 0) >= 400 ? 'rejected' : 'accepted';
}

function nameOf({ judgement: { route, plugin } }: Explanation): string {
  const parts = [plugin?.name, route === null ? undefined : `route ${route.name ?? route.id}`];
  return fromBytes(parts.filter((part) => part !== undefined).join(', '));
}

interface Named {
  readonly name: string;
  readonly report: Report;
}

function reportOfAll(reports: readonly Named[]): Report {
  const [first] = reports;
  if (first !== undefined && reports.length === 1) return first.report;
  return {
    title: `${reports.length} verdicts, one for each instance that looks at the token`,
    sections: reports.flatMap(({ name, report }, at) => [
      {
        id: `verdict-${at + 1}`,
        title: '',
        blocks: [{ kind: 'text' as const, lines: [line`${strong(`${at + 1} of ${reports.length}: ${name}`)}`] }],
      },
      ...report.sections,
    ]),
  };
}
