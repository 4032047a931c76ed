import type { Block, Section } from '@why401/core/report';
import { type Context, hasLadder, setPatience } from '../actions/index.ts';
import { type Child, fold, make } from '../dom/index.ts';
import { block, plain, section, sectionOf, spans } from '../print/index.ts';
import { follow, type LadderAnswer, type Patience } from '../state/index.ts';
import { textField } from './field.ts';
import { bars, barsTable } from './ladder-bars.ts';
import { sameAs } from './same-as.ts';
import { problemStrip } from './strip.ts';

const FIELDS: readonly (readonly [name: keyof Patience, title: string, placeholder: string])[] = [
  ['client', 'Client', '30'],
  ['lb1', 'LB before Kong', 'alb, f5, 60'],
  ['lb2', 'LB behind Kong', 'nginx'],
  ['server', 'Server', 'tomcat'],
  ['service', 'Only the Service', 'all'],
];

/** Who gives up first when something hangs: the configuration's time-outs among those of the neighbours. */
export function ladder(context: Context): HTMLElement {
  const { store } = context;
  return follow(
    store,
    'div',
    {},
    (state) => [hasLadder(state)],
    ([isThere]) => (isThere ? [asked(context)] : []),
  );
}

function asked(context: Context): HTMLElement {
  const field = ([name, title, placeholder]: (typeof FIELDS)[number]): HTMLElement =>
    textField(context, {
      id: `ladder-${name}`,
      title,
      placeholder,
      shown: ({ hops }) => hops.patience[name],
      take: (value) => setPatience(context, { [name]: value }),
    });
  return make(
    'section',
    { class: 'card ladder', attributes: { 'aria-label': 'Time-outs' } },
    make('h2', {}, 'Whose patience ends first?'),
    make('p', { class: 'dim' }, 'How long each waits for an answer: seconds, or a product for its default.'),
    make('div', { class: 'fields' }, ...FIELDS.map(field)),
    follow(
      context.store,
      'div',
      { class: 'answer-stack' },
      ({ climbed }) => [climbed] as const,
      ([climbed]): Child[] => {
        if (climbed === null) return [];
        return climbed.state === 'problems' ? [problemStrip(climbed.problems)] : drawn(context, climbed.answer);
      },
    ),
  );
}

/** So many are drawn open; a configuration may have as many ladders as Services. */
const MOST_OPEN = 2;
const MOST = 50;

function drawn(context: Context, { report, data, sameAs: command }: LadderAnswer): Child[] {
  const head = sectionOf(report, 'reply')?.blocks[0];
  const rungs = data.ladders.slice(0, MOST).map(({ service }, at): HTMLElement => {
    const content = (): HTMLElement => one({ report, data }, at);
    return at < MOST_OPEN ? content() : fold({ id: `ladder-of-${at}`, title: service }, content);
  });
  const left = data.ladders.length - rungs.length;
  return [
    head?.kind === 'text' ? make('p', { class: 'ladder-verdict' }, ...spans(head.lines[0] ?? [])) : null,
    ...rungs,
    left > 0 ? make('p', { class: 'dim' }, `and ${left} more: name a Service`) : null,
    sameAs(context, 'climbed', command),
  ];
}

function one({ report, data }: Pick<LadderAnswer, 'report' | 'data'>, at: number): HTMLElement {
  const { scenarios = [], inversions = [] } = data.ladders[at] ?? {};
  let next = 0;
  /** What the terminal draws with letters is drawn here; its first line is what it is called. */
  const show = (part: Block): Child[] => {
    if (part.kind !== 'verbatim') return block(part, 'Ladder');
    const scenario = scenarios[next++];
    const title = plain(part.lines[0]);
    return scenario === undefined ? [] : [make('h3', {}, title), bars(scenario, title, inversions.length > 0)];
  };
  const own = sectionOf(report, `ladder-${at}`);
  const others = [`cure-${at}`, `not-${at}`].flatMap((id): Section[] => [sectionOf(report, id) ?? []].flat());
  return make(
    'div',
    { class: 'stack rungs' },
    ...(own?.blocks ?? []).flatMap(show),
    ...others.map((part) => section(part, 'h3')),
    fold({ id: `ladder-table-${at}`, title: 'The bars as a table' }, () => barsTable(own, scenarios)),
  );
}
