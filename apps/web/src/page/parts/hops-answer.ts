import type { Line, Report, Section } from '@why401/core/report';
import type { Context } from '../actions/index.ts';
import { type Child, make } from '../dom/index.ts';
import { plain, section, sectionOf, sections } from '../print/index.ts';
import type { CureData, WhoAnswer, WhoData } from '../state/index.ts';
import { chain } from './chain.ts';
import { copyable, copyableSection } from './copyable.ts';
import { cure as provenCure } from './cure.ts';
import { command, sameAs } from './same-as.ts';
import { strip } from './strip.ts';

/** Who rejected it, the chain with its broken link, what that rests on, what would make it surer, and the cure. */
export function hopsAnswer(context: Context, answer: WhoAnswer): Child[] {
  const { report, data, meaning, notes = [] } = answer;
  const isOnlyMessage = data.hop === null && meaning !== null;
  const told = meaning === null || !(meaning.isKnown || isOnlyMessage) ? [] : meaningCard(context, meaning);
  if (isOnlyMessage && meaning?.isKnown) return told;
  return [
    verdict(report, data),
    ...notes.map((note) => make('p', { class: 'answer-notes' }, note)),
    data.hop === null ? null : chain(data),
    make(
      'div',
      { class: 'columns hops-answer' },
      make(
        'div',
        { class: 'column' },
        ...words(report).map((one) => (one.id === 'cure' ? cure(one, context) : card(section(one)))),
      ),
      make(
        'div',
        { class: 'column' },
        ...parts(report, ['evidence', 'unread']).map(card),
        raise(context, report, data),
      ),
    ),
    explained(context, report, data.explain?.cures ?? []),
    ...told,
    sameAs(context, 'rejected', answer.sameAs),
  ];
}

const card = (child: Child): HTMLElement => make('div', { class: 'card' }, child);

/** Shown in places of their own. */
const APART: ReadonlySet<string> = new Set(['reply', 'chain', 'evidence', 'unread', 'surer']);

const words = ({ sections: all }: Report): readonly Section[] =>
  all.filter(({ id }) => !APART.has(id) && !id.startsWith(EXPLAINED));

const parts = (report: Report, ids: readonly string[]): HTMLElement[] =>
  ids.flatMap((id) => sectionOf(report, id) ?? []).map((one) => section(one));

const linesOf = (report: Report, id: string): readonly Line[] =>
  (sectionOf(report, id)?.blocks ?? []).flatMap((block) => (block.kind === 'text' ? block.lines : []));

function verdict(report: Report, { hop, cause }: WhoData): HTMLElement {
  const [head, ...below] = linesOf(report, 'reply');
  return strip({
    tone: hop === null ? 'warn' : cause === null || /^(?:ok|none)\b/.test(cause) ? 'plain' : 'bad',
    headline: plain(head),
    below: below.map((line) => make('p', {}, plain(line))),
  });
}

const EXPLAINED = 'explain-';

/** Where a plugin rejected: what the explanation says to it, and its cure in every form. */
function explained({ say }: Context, report: Report, cures: readonly CureData[]): Child {
  const own = report.sections.filter(({ id }) => id.startsWith(EXPLAINED));
  if (own.length === 0) return null;
  const cured = cures.length === 0 ? undefined : own.find(({ id }) => id === `${EXPLAINED}cure`);
  const told = own.filter((one) => one !== cured).map((one) => section(one, 'h3'));
  return make(
    'div',
    { class: cured === undefined ? 'column' : 'columns' },
    card(make('div', { class: 'stack' }, make('h2', {}, 'Explained'), ...told)),
    cured === undefined
      ? null
      : provenCure(cured, cures, say, sectionOf(report, 'cure') === undefined ? 'copy-cure' : 'copy-explained-cure'),
  );
}

const cure = (found: Section, { say }: Context): HTMLElement => card(copyableSection(found, say, 'copy-cure'));

/** Which log, which id, which time: each as a command line and as a query. */
function raise({ say }: Context, report: Report, data: WhoData): Child {
  const found = sectionOf(report, 'surer');
  if (found === undefined) return null;
  const all = data.raise.map(({ what, grep, splunk }) =>
    make(
      'li',
      {},
      make('p', {}, what),
      grep === null ? null : named('Shell', copyable([grep], `Shell: ${what}`, say)),
      splunk === null ? null : named('Splunk', copyable([splunk], `Splunk: ${what}`, say)),
    ),
  );
  return card(make('section', { class: 'part raise' }, make('h2', {}, found.title), make('ul', {}, ...all)));
}

const named = (name: string, lines: HTMLElement): HTMLElement => {
  lines.prepend(make('span', { class: 'copyable-name' }, name));
  return lines;
};

function meaningCard({ say }: Context, { report, sameAs: words }: NonNullable<WhoAnswer['meaning']>): Child[] {
  const same = make('div', { class: 'same-as' }, command(words, 'copy-command-meaning', say));
  return [
    make('section', { class: 'card meaning' }, make('h2', {}, 'What the message means'), ...sections(report), same),
  ];
}
