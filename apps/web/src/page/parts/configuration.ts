import type { Report } from '@why401/core/report';
import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { block, sectionOf, table } from '../print/index.ts';
import type { State } from '../state/index.ts';
import { bytesWords, countWords } from '../words/index.ts';
import { placeWords } from './path.ts';

/** The lines that the answer is about, secrets left out, and what stands in the files. */
export function configuration({ store }: Context, report?: Report): HTMLElement {
  const found = store.state.configuration;
  const marked = report === undefined ? undefined : sectionOf(report, 'place');
  const changed =
    report === undefined ? [] : (sectionOf(report, 'cure')?.blocks.filter(({ kind }) => kind === 'frame') ?? []);
  const lines = (marked?.blocks ?? changed).flatMap((one) => block(one, 'Configuration'));
  return make(
    'div',
    {},
    ...lines,
    found === null ? make('p', { class: 'dim' }, 'None is loaded: drop one anywhere.') : summary(found),
  );
}

function summary({
  files,
  summary: counts = {},
  refusals = [],
  problems = [],
}: NonNullable<State['configuration']>): HTMLElement {
  const names = files.map(({ name, bytes }) => `${name} (${bytesWords(bytes)})`).join(', ');
  const told = Object.entries(counts).map(([name, count]) => countWords(count, name.replace(/s$/, '')));
  return make(
    'div',
    {},
    make('p', {}, make('strong', {}, names)),
    told.length === 0 ? null : make('p', {}, told.join(', ')),
    ...problems.map(
      ({ message, hint }): Child => make('p', { class: 'warn' }, message, hint === undefined ? '' : ` ${hint}`),
    ),
    refusals.length === 0 ? null : refused(refusals),
  );
}

function refused(refusals: NonNullable<NonNullable<State['configuration']>['refusals']>): HTMLElement {
  const rows = refusals.map(({ path, message, place }) => [
    [{ text: place === undefined ? '' : placeWords(place), tone: 'dim' as const }],
    [{ text: path.join('.'), tone: 'code' as const }],
    [{ text: message }],
  ]);
  return make(
    'div',
    {},
    make('h3', { class: 'bad' }, `Kong refuses it: ${countWords(refusals.length, 'reason')}`),
    table({ kind: 'table', head: ['where', 'field', 'what Kong says'], rows }, 'Refusals'),
  );
}
