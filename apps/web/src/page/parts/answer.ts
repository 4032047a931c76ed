import type { Report } from '@why401/core/report';
import { type Context, timelineTokens } from '../actions/index.ts';
import { type Child, fold, make } from '../dom/index.ts';
import { block, section, sectionOf, sections } from '../print/index.ts';
import type { ClaimUse, ExplainAnswer } from '../state/index.ts';
import { claims } from './claims.ts';
import { configuration } from './configuration.ts';
import { cure } from './cure.ts';
import { fetchIssuer } from './fetch-issuer.ts';
import { path } from './path.ts';
import { raw } from './raw.ts';
import { sameAs } from './same-as.ts';
import { strip, verdictStrip } from './strip.ts';
import { timeline } from './timeline.ts';
import { type Verdict, verdictsOf } from './verdicts.ts';

/** An explanation: the verdict, two columns, the command, and what is folded. */
export function answer(
  context: Context,
  { report, data, sameAs: command, notes = [], claimUses = [] }: ExplainAnswer,
  partial: boolean,
): Child[] {
  const verdicts = verdictsOf(report, data);
  const shown: Child[] =
    verdicts.length === 1
      ? [verdictStrip(report, data), columns(context, { report, data, partial, at: 0 })]
      : [
          strip({ tone: 'plain', headline: report.title }),
          ...verdicts.map((one, at) =>
            make(
              'article',
              { class: 'verdict' },
              verdictStrip(one.report, one.data, one.label),
              columns(context, { ...one, partial, at }),
            ),
          ),
        ];
  const decided = notes.map((note) => make('p', { class: 'answer-notes' }, note));
  return [
    ...shown,
    fetchIssuer(context),
    ...decided,
    sameAs(context, 'explained', command),
    folded(context, report, claimUses[0] ?? []),
  ];
}

/** Left what differs and what cures it, right the path. */
function columns(
  { say }: Context,
  { report, data, partial, at }: Verdict & { readonly partial: boolean; readonly at: number },
) {
  const [why, compared, cureSection, pathSection] = ['why', 'compared', 'cure', 'path'].map((id) =>
    sectionOf(report, id),
  );
  const details = (why?.blocks ?? []).flatMap((one) => (one.kind === 'text' ? one.lines.slice(1) : []));
  const differs =
    details.length === 0 && compared === undefined
      ? null
      : make(
          'section',
          { class: 'card part-why' },
          make('h2', {}, 'Why'),
          ...block({ kind: 'text', lines: details }, 'Why'),
          ...(compared?.blocks ?? []).flatMap((one) => block(one, 'Compared')),
        );
  const others = sections(report, ['reply', 'why', 'compared', 'cure', 'path', 'place']);
  const left = [
    differs,
    cureSection === undefined
      ? awaited(partial && data.outcome === 'answered')
      : cure(cureSection, data.cures ?? [], say, at === 0 ? 'copy-cure' : `copy-cure-${at}`),
    placeOf(report),
  ].filter((one) => one !== null);
  const right = [
    pathSection === undefined
      ? null
      : path({
          section: pathSection,
          entries: data.path ?? [],
          diagnosis: data.diagnosis ?? null,
          place: sectionOf(report, 'place'),
          id: `step-${at}`,
        }),
    others.length === 0 ? null : make('section', { class: 'card part-notes' }, ...others),
  ];
  // Where nothing is wrong the path has the page to itself.
  return make(
    'div',
    { class: left.length === 0 ? 'columns one' : 'columns' },
    left.length === 0 ? null : make('div', { class: 'column' }, ...left),
    make('div', { class: 'column' }, ...right),
  );
}

const awaited = (isComing: boolean): Child =>
  isComing ? make('section', { class: 'card dim' }, make('h2', {}, 'Cure'), 'Being looked for, and proven …') : null;

function placeOf(report: Report): Child {
  const place = sectionOf(report, 'place');
  return place === undefined ? null : make('div', { class: 'card' }, section(place));
}

/** Everything else, for whom the answer is not enough. */
function folded(context: Context, report: Report, uses: readonly ClaimUse[]): HTMLElement {
  const { store } = context;
  const { reading } = store.state;
  const { token, description, report: decoded } = reading;
  const time = fold({ id: 'fold-timeline', title: 'Timeline' }, () => timeline(context));
  const follow = () => {
    if (store.state.timelineOpen !== (time as HTMLDetailsElement).open)
      store.set({ timelineOpen: (time as HTMLDetailsElement).open });
  };
  time.addEventListener('toggle', follow);
  const hasTokens = timelineTokens(store.state).length > 0;
  return make(
    'div',
    { class: 'folds' },
    description === null
      ? null
      : fold({ id: 'fold-claims', title: 'Claims, and what Kong does with each' }, () => claims(description, uses)),
    hasTokens ? time : null,
    fold({ id: 'fold-configuration', title: 'Configuration' }, () => configuration(context, report)),
    token === null || description === null
      ? null
      : fold({ id: 'fold-raw', title: 'Raw segments, the signature masked' }, () => raw(token, description)),
    decoded === null
      ? null
      : fold({ id: 'fold-standards', title: 'The token by the standards' }, () =>
          make('div', {}, ...sections(decoded, ['header', 'claims', 'found'])),
        ),
  );
}
