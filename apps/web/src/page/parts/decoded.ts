import type { Paste } from '@why401/core/input';
import type { TokenDescription } from '@why401/core/verdict';
import type { Context } from '../actions/index.ts';
import { type Child, fold, make } from '../dom/index.ts';
import { plain, section, sectionOf, sections, spans } from '../print/index.ts';
import { fetchIssuer } from './fetch-issuer.ts';
import { raw } from './raw.ts';
import { type StripTone, strip } from './strip.ts';

/** `invite`: a configuration would tell more. `verified`: what is said of the signature stands above. */
export type DecodedFor = 'invite' | 'alone' | 'verified';

/** What the page sees in the paste by itself, before or without a verdict. */
export function decoded(context: Context, beside: DecodedFor): HTMLElement {
  const { reading, connection } = context.store.state;
  const { token, description, report } = reading;
  const invitation =
    beside === 'invite' && connection === 'connected'
      ? make('p', { class: 'invite' }, 'Drop a kong.yaml, and this says what Kong answers to it, and why.')
      : null;
  if (report === null || description === null || token === null)
    return make(
      'div',
      { class: 'stack' },
      strip({ tone: 'plain', headline: withoutToken(reading.paste), below: [invitation] }),
    );
  const { findings, header, claims, notes } = parts(report);
  const seen = [...card(findings), ...(beside === 'verified' ? [] : card(notes)), ...rest(report, beside)];
  return make(
    'div',
    { class: 'stack' },
    beside === 'verified'
      ? null
      : strip({
          tone: toneOf(description),
          headline: worstOf(description) ?? plain(lines(report)[0]),
          below: [...belowOf(report, worstOf(description) === undefined ? 1 : 0), invitation],
        }),
    make(
      'div',
      { class: seen.length === 0 ? 'columns one' : 'columns' },
      make('div', { class: 'column' }, ...card(claims), ...card(header)),
      seen.length === 0 ? null : make('div', { class: 'column' }, ...seen),
    ),
    fetchIssuer(context),
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

function rest(report: Reported, beside: DecodedFor): Child[] {
  const told = ['token', 'found', 'findings', 'header', 'claims', 'parts', 'notes'];
  const others = sections(report, beside === 'verified' ? [...told, 'not'] : told);
  return others.map((one) => make('div', { class: 'card' }, one));
}

const lines = (report: Reported) =>
  sectionOf(report, 'token')?.blocks.flatMap((one) => (one.kind === 'text' ? one.lines : [])) ?? [];

const belowOf = (report: Reported, from: number): Child[] =>
  lines(report)
    .slice(from)
    .map((line) => make('p', { class: 'by' }, ...spans(line)));

/** What is wrong is said before what it is. */
const worstOf = ({ findings }: TokenDescription): string | undefined =>
  (findings.find(({ severity }) => severity === 'error') ?? findings.find(({ severity }) => severity === 'warning'))
    ?.message;

function toneOf({ strict, findings }: TokenDescription): StripTone {
  const has = (wanted: string): boolean => findings.some(({ severity }) => severity === wanted);
  if (!strict.valid || has('error')) return 'bad';
  return has('warning') ? 'warn' : 'plain';
}

function withoutToken({ requests, responses: [response] }: Paste): string {
  if (requests.length > 0) return 'No token in this request.';
  return response === undefined
    ? 'No token in it.'
    : `${`${response.status} ${response.reason}`.trim()}: paste the request that got this answer, and why is said here.`;
}
