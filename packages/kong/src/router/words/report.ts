import { redactReport } from '@why401/core/redact';
import {
  type Block,
  bad,
  code,
  dim,
  good,
  type Line,
  type Report,
  type Span,
  strong,
  value,
} from '@why401/core/report';
import type { Route } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import type { RouteMatch } from '../match.ts';
import type { Candidate, Miss, RouteReport } from '../report/index.ts';
import { behindText, whenText } from './behind.ts';
import { foundOf, pathOf, textOf } from './shown.ts';

/** Rows shown; what is left is counted. */
const MOST = 20;

export const nameOf = ({ name, id }: Route): string => textOf(name ?? id);

/** The report for people. */
export function routeReport(report: RouteReport): Report {
  return redactReport(reportOf(report));
}

function reportOf(report: RouteReport): Report {
  const { match, asked, flavor, version } = report;
  const request = `${fromBytes(asked.method)} ${asked.scheme}://${fromBytes(asked.host)}${fromBytes(asked.path)}`;
  const where = dim(` · Kong ${version}, ${flavor}`);
  return {
    title: `${request} ${summary(match)}`,
    sections: [
      { id: 'reply', title: '', blocks: [text([value(request), ...headline(match), where])] },
      ...(match.kind === 'undetermined'
        ? [{ id: 'not', title: 'Unknown', blocks: match.because.map(({ message }) => text([message])) }]
        : []),
      { id: 'path', title: 'Routes', blocks: candidateBlocks(report.candidates) },
      ...(report.otherwise.length > 0
        ? [{ id: 'next', title: 'Otherwise', blocks: report.otherwise.map((one) => otherwiseBlock(one)) }]
        : []),
    ],
  };
}

type Part = Span | string;

const text = (parts: readonly Part[]): Block => ({ kind: 'text', lines: [lineOf(parts)] });

const lineOf = (parts: readonly Part[]): Line =>
  parts.map((part) => (typeof part === 'string' ? { text: part } : part));

function summary(match: RouteMatch): string {
  if (match.kind === 'matched') return `takes Route ${nameOf(match.route)}`;
  if (match.kind === 'none') return 'takes no Route';
  return match.kind === 'failed' ? 'makes the router fail' : 'takes a Route that cannot be told';
}

function headline(match: RouteMatch): readonly Part[] {
  if (match.kind !== 'matched')
    return [' ', match.kind === 'undetermined' ? strong(summary(match)) : bad(summary(match))];
  const service =
    match.service === null ? ' without a Service' : ` of Service ${textOf(match.service.name ?? match.service.id)}`;
  const path = match.prefix === '' ? [] : [', by ', code(textOf(match.prefix))];
  return [
    ' takes Route ',
    good(nameOf(match.route)),
    service,
    ...path,
    ', upstream ',
    value(pathOf(match.upstreamPath)),
  ];
}

function candidateBlocks(candidates: readonly Candidate[]): readonly Block[] {
  if (candidates.length === 0) return [text(['The configuration has none.'])];
  const rows = candidates
    .slice(0, MOST)
    .map((candidate) => [
      lineOf([strong(nameOf(candidate.route))]),
      lineOf([outcome(candidate)]),
      lineOf([reason(candidate)]),
    ]);
  const left = candidates.length - rows.length;
  const table: Block = { kind: 'table', head: ['Route', 'Outcome', 'Why'], rows };
  return left > 0 ? [table, text([dim(`and ${left} more that do not match`)])] : [table];
}

const OUTCOMES: Readonly<Record<Candidate['outcome'], string>> = {
  taken: 'taken',
  outranked: 'outranked',
  'not-matched': 'no match',
  unknown: 'unknown',
  'not-served': 'not served',
};

const outcome = ({ outcome: is }: Candidate): Span => (is === 'taken' ? good(OUTCOMES[is]) : { text: OUTCOMES[is] });

function reason({ outcome: is, misses, behind }: Candidate): string {
  if (behind !== undefined) return behindText(behind);
  return is === 'taken' ? '' : misses.map(missText).join('; ');
}

function missText(miss: Miss): string {
  const { attribute, wanted, why } = miss;
  if (why !== undefined) return `${attribute} ${textOf(why)}`;
  if (attribute === 'service.enabled') return 'its Service is switched off';
  if (attribute === 'expression') return `does not hold: ${wanted.map(textOf).join(' && ')}`;
  const has = miss.found.length === 0 ? 'nothing' : foundOf(miss).join(', ');
  return `${attribute} wants ${wanted.map(textOf).join(' or ')}, the request has ${has}`;
}

function otherwiseBlock({ when, route }: RouteReport['otherwise'][number]): Block {
  const which = route === null ? strong('No Route') : strong(`Route ${nameOf(route)}`);
  return text([which, ` takes it ${whenText(when)}.`]);
}
