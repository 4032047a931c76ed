import type { Context } from '../actions/index.ts';
import { type Child, fold, make } from '../dom/index.ts';
import { plain, section, sectionOf, sections, spans } from '../print/index.ts';
import { raw } from './raw.ts';
import { type StripTone, strip } from './strip.ts';

/** What the page sees in the paste by itself, before or without a verdict. */
export function decoded(context: Context, invite: boolean): HTMLElement {
  const { reading } = context.store.state;
  const { token, description, report } = reading;
  const invitation = invite
    ? make('p', { class: 'invite' }, 'Drop a kong.yaml, and this says what Kong answers to it, and why.')
    : null;
  if (report === null || description === null || token === null) {
    const { requests } = reading.paste;
    const headline = requests.length > 0 ? 'No token in this request.' : 'No token in it.';
    return make('div', { class: 'stack' }, strip({ tone: 'plain', headline, below: [invitation] }));
  }
  const { findings, header, claims, notes } = parts(report);
  return make(
    'div',
    { class: 'stack' },
    strip({
      tone: toneOf(description.strict.valid, findings !== undefined),
      headline: headlineOf(report),
      below: [...belowOf(report), invitation],
    }),
    make(
      'div',
      { class: 'columns' },
      make('div', { class: 'column' }, ...card(claims), ...card(header)),
      make('div', { class: 'column' }, ...card(findings), ...card(notes), ...rest(report)),
    ),
    make(
      'div',
      { class: 'folds' },
      fold({ id: 'fold-raw', title: 'Raw segments, the signature masked' }, () => raw(token, description)),
    ),
  );
}

type Reported = NonNullable<Context['store']['state']['reading']['report']>;

const parts = (report: Reported) => ({
  findings: sectionOf(report, 'findings'),
  header: sectionOf(report, 'header'),
  claims: sectionOf(report, 'claims'),
  notes: sectionOf(report, 'notes'),
});

const card = (one: ReturnType<typeof sectionOf>): Child[] =>
  one === undefined ? [] : [make('div', { class: 'card' }, section(one))];

const rest = (report: Reported): Child[] =>
  sections(report, ['token', 'found', 'findings', 'header', 'claims', 'parts', 'notes']).map((one) =>
    make('div', { class: 'card' }, one),
  );

const lines = (report: Reported) =>
  sectionOf(report, 'token')?.blocks.flatMap((one) => (one.kind === 'text' ? one.lines : [])) ?? [];

const headlineOf = (report: Reported): string => plain(lines(report)[0]);

const belowOf = (report: Reported): Child[] =>
  lines(report)
    .slice(1)
    .map((line) => make('p', { class: 'by' }, ...spans(line)));

function toneOf(valid: boolean, hasFindings: boolean): StripTone {
  if (!valid) return 'bad';
  return hasFindings ? 'warn' : 'plain';
}
