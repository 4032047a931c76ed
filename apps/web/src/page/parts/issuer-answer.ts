import type { Line, Report, Section, StepLine } from '@why401/core/report';
import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { block, plain, section, sectionOf, sections, spans } from '../print/index.ts';
import type { IssuerAnswer, IssuerState } from '../state/index.ts';
import { issuerStages } from './issuer-stages.ts';
import { sameAs } from './same-as.ts';
import { type StripTone, strip } from './strip.ts';

/** What the issuer is judged to be: the verdict, what is wrong and whom it hurts, its keys, and how it was got. */
export function issuerAnswer(context: Context, answer: IssuerAnswer, asking: IssuerState['asking']): Child[] {
  const { report, data, sameAs: command, notes = [] } = answer;
  const told = ['verdict', 'why', 'candidates', 'path', 'stages', 'opinion'];
  const left = [
    ...['issuer', 'kong'].map((id) => card(sectionOf(report, id))),
    findings(sectionOf(report, 'why')),
    card(sectionOf(report, 'compared'), 'Names that differ a little'),
    card(sectionOf(report, 'candidates')),
    ...sections(report, [...told, 'issuer', 'kong', 'compared']).map((one) => make('div', { class: 'card' }, one)),
  ].filter((one) => one !== null);
  return [
    verdict(report, data),
    make(
      'div',
      { class: left.length === 0 ? 'columns one' : 'columns' },
      left.length === 0 ? null : make('div', { class: 'column' }, ...left),
      make(
        'div',
        { class: 'column' },
        issuerStages(data.stages, asking, judgedOf(report)),
        card(sectionOf(report, 'opinion'), 'Another client'),
      ),
    ),
    ...notes.map((note) => make('p', { class: 'answer-notes' }, note)),
    sameAs(context, 'issued', command),
  ];
}

/** How each stage of the judging ended, in the report's words. */
const judgedOf = (report: Report): readonly StepLine[] =>
  (sectionOf(report, 'path')?.blocks ?? []).flatMap((one) => (one.kind === 'steps' ? one.steps : []));

/** The first part of the line is the verdict; who and what stands below. */
function verdict(report: Report, { findings: found, problems = [] }: IssuerAnswer['data']): HTMLElement {
  const first = sectionOf(report, 'verdict')?.blocks[0];
  const line: Line = first?.kind === 'text' ? (first.lines[0] ?? []) : [{ text: report.title }];
  const [headline, ...rest] = line;
  const below = rest.length === 0 ? [] : [make('p', { class: 'by' }, ...spans(trimmed(rest)))];
  const tone = toneOf(headline?.tone);
  const why = (problems[0] ?? (tone === 'good' ? undefined : found[0]))?.message;
  const said = headline?.text ?? '';
  return strip({ tone, headline: why === undefined ? said : `${said}: ${why}`, below });
}

const trimmed = ([first, ...rest]: Line): Line =>
  first === undefined ? [] : [{ ...first, text: first.text.replace(/^ · /, '') }, ...rest];

const toneOf = (tone: string | undefined): StripTone =>
  tone === 'good' || tone === 'bad' || tone === 'warn' ? tone : 'plain';

function card(one: Section | undefined, title?: string): HTMLElement | null {
  if (one === undefined) return null;
  return make('div', { class: 'card' }, section(title === undefined ? one : { ...one, title }));
}

const SEVERITIES = ['error', 'warning'];

/** One block a finding; its lines follow each other in the report. */
function findings(why: Section | undefined): HTMLElement | null {
  if (why === undefined) return null;
  const lines = why.blocks.flatMap((one) => (one.kind === 'text' ? one.lines : []));
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || SEVERITIES.includes(plain(line.slice(0, 1)).trim())) groups.push([line]);
    else last.push(line);
  }
  const others = why.blocks.filter(({ kind }) => kind !== 'text');
  return make(
    'section',
    { class: 'card findings' },
    make('h2', {}, 'Findings'),
    make('ul', {}, ...groups.map((group) => make('li', {}, ...group.map((line) => make('p', {}, ...spans(line)))))),
    ...others.flatMap((one) => block(one, 'Findings')),
  );
}
