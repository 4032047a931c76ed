import type { Basis, BasisKind, Place } from '@why401/core';
import type { Section, StepLine } from '@why401/core/report';
import { type Child, fold, make } from '../dom/index.ts';
import { block, steps } from '../print/index.ts';
import type { PathEntry } from '../state/index.ts';
import { matchSteps } from './match-steps.ts';

interface Path {
  readonly section: Section;
  readonly entries: readonly PathEntry[];
  /** Name of the page that tells of the failing check. */
  readonly diagnosis: string | null;
  /** Lines of the file around the failing check. */
  readonly place: Section | undefined;
  readonly id: string;
}

/** The checks in the order in which Kong makes them; each opens to what it compared and where that is written. */
export function path({ section, entries, diagnosis, place, id }: Path): HTMLElement {
  const lines = section.blocks.flatMap((one) => (one.kind === 'steps' ? one.steps : []));
  const matched = matchSteps(lines, entries);
  const inside = (step: StepLine, at: number, head: readonly Child[]) => {
    const entry = matched[at];
    if (entry === undefined) return undefined;
    const title = make('span', { class: 'step-head' }, ...head);
    return fold({ id: `${id}-${at}`, title }, () => facts(entry, step.outcome === 'fail' ? diagnosis : null, place));
  };
  return make('section', { class: 'card part-path' }, make('h2', {}, 'Path'), steps(lines, inside));
}

function facts({ step, found, wanted, place, basis }: PathEntry, diagnosis: string | null, shown: Section | undefined) {
  const rows: readonly (readonly [string, Child])[] = [
    ['Found', found === undefined ? null : make('code', { class: 'value' }, found)],
    ['Wanted', wanted === undefined ? null : make('code', { class: 'value' }, wanted)],
    ['Configuration', place === undefined ? null : make('code', {}, placeWords(place))],
    ['Rule', make('span', {}, diagnosis === null ? step : `${step}, ${diagnosis}`)],
    ['Source', basis.length === 0 ? null : make('span', {}, basis.map(basisWords).join('; '))],
  ];
  const list = rows.flatMap(([name, value]) => (value === null ? [] : [make('dt', {}, name), make('dd', {}, value)]));
  const lines =
    diagnosis === null || shown === undefined ? [] : shown.blocks.flatMap((one) => block(one, 'Configuration'));
  return make('div', {}, make('dl', { class: 'facts' }, ...list), ...lines);
}

export const placeWords = ({ file, line, column }: Place): string =>
  [file, line, column].filter((part) => part !== undefined).join(':');

const BASES: Readonly<Record<BasisKind, string>> = {
  rfc: '',
  'kong-source': 'Kong’s source ',
  'kong-docs': 'Kong’s documentation ',
  recorded: 'recorded from ',
  'provider-docs': 'the provider’s documentation ',
  assumed: 'assumed: ',
};

const basisWords = ({ kind, ref }: Basis): string => `${BASES[kind] ?? ''}${ref}`;
