import { redactReport } from '@why401/core/redact';
import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  line,
  type Report,
  strong,
  value,
  warn,
} from '@why401/core/report';
import { maskedMessage } from '../../config/index.ts';
import { answerOf, shownValue } from '../../gate/index.ts';
import type { Across, AcrossRequest, Upgrade, VersionAnswer } from '../across.ts';
import { causeOf } from './cause.ts';

/** The same facts as `acrossDocument`, for people: a line for each version, then what changes between them and why. */
export function acrossReport({ requests }: Across): Report {
  const headlines = requests.map(headlineOf);
  return redactReport({
    title: headlines[0]?.map((span) => span.text).join('') ?? '',
    sections: requests.flatMap((one, i) => [
      { id: `verdict-${i + 1}`, title: '', blocks: [text([headlines[i] ?? []])] },
      { id: `answers-${i + 1}`, title: 'Answers', blocks: [answersTable(one)] },
      { id: `changes-${i + 1}`, title: 'Changes', blocks: one.upgrades.flatMap(upgradeBlocks) },
    ]),
  });
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });

function headlineOf({ request, upgrades }: AcrossRequest): Line {
  const changed = upgrades.filter(({ outcome }) => outcome === 'changed');
  const open = upgrades.filter(({ outcome }) => outcome === 'undetermined');
  const steps = (of: readonly Upgrade[]): string => of.map(({ before, after }) => `${before} → ${after}`).join(', ');
  if (changed.length > 0) return line`${value(request)} ${bad('is answered differently')}: ${steps(changed)}`;
  if (open.length > 0) return line`${value(request)}: ${warn('not known')} ${steps(open)}`;
  return line`${value(request)} ${good('is answered alike')}: ${steps(upgrades)}`;
}

const answersTable = ({ answers }: AcrossRequest): Block => ({
  kind: 'table',
  head: ['Kong', 'Answer', 'Why'],
  rows: answers.map((one) => [
    line`${strong(one.version)} ${dim(one.flavor)}`,
    line`${one.side === null ? bad('refused') : answerOf(one.side)}`,
    line`${one.side === null ? refusedWhy(one) : one.side.why}`,
  ]),
});

function refusedWhy({ refusals }: VersionAnswer): string {
  const [first] = refusals;
  if (first === undefined) return '';
  const more = refusals.length > 1 ? `, and ${refusals.length - 1} more` : '';
  return `does not take the configuration: ${first.path.join('.')}: ${maskedMessage(first)}${more}`;
}

function upgradeBlocks({ before, after, outcome, differences, causes }: Upgrade): readonly Block[] {
  const step = `${before} → ${after}`;
  if (outcome === 'same') return [text([line`${step}: nothing changes.`])];
  if (outcome === 'undetermined') return [text([line`${step}: ${warn('not known')}, one of the two gives no answer.`])];
  const rows = differences.map((one) => [
    line`${code(one.field)}`,
    line`${value(shownValue(one, one.before))}`,
    line`${value(shownValue(one, one.after))}`,
  ]);
  const why = causes
    .map(causeOf)
    .map(({ text: told, source }) => line`Because ${told}.${dim(source === null ? '' : ` ${source}`)}`);
  return [
    text([
      line`${strong(step)}`,
      ...(why.length > 0 ? why : [line`No single change does it alone; several do together.`]),
    ]),
    { kind: 'table', head: ['Differs', before, after], rows },
  ];
}
