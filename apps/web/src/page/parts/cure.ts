import type { Block, Line, Section } from '@why401/core/report';
import { button, type Child, copyButton, fill, fold, make } from '../dom/index.ts';
import { block, diffLines, pre, spans } from '../print/index.ts';
import type { CureData } from '../state/index.ts';

interface Form {
  readonly title: string;
  readonly show: () => Child[];
  readonly copied: readonly string[];
}

/** The cure to begin with, in the form that the reader can use, and the others folded. */
export function cure(
  section: Section,
  cures: readonly CureData[],
  say: (words: string) => void,
  id: string,
): HTMLElement {
  const [first, ...others] = cures;
  const lines = section.blocks.flatMap((one) => (one.kind === 'text' ? one.lines : []));
  const [sentence = []] = lines;
  const changes = section.blocks.filter((one) => one.kind === 'frame' || one.kind === 'code');
  const alternatives = lines.slice(lines.length - others.length);
  return make(
    'section',
    { class: 'card part-cure' },
    make('h2', {}, 'Cure'),
    one({ id, sentence, data: first, changes, say }),
    ...others.map((data, at) =>
      fold(
        {
          id: `${id}-other-${at}`,
          title: make('span', {}, ...spans(alternatives[at] ?? [{ text: data.text }])),
          class: 'other',
        },
        () => one({ id: `${id}-other-${at}-copy`, sentence: [], data, changes: [], say }),
      ),
    ),
  );
}

interface OneCure {
  readonly id: string;
  readonly sentence: Line;
  readonly data: CureData | undefined;
  readonly changes: readonly Block[];
  readonly say: (words: string) => void;
}

function one({ id, sentence, data, changes, say }: OneCure): HTMLElement {
  const forms = data === undefined ? [] : formsOf(data, changes);
  const shown = make('div', { class: 'cure-change' });
  const tabs = make('div', { class: 'forms', attributes: { role: 'group', 'aria-label': 'Form of the change' } });
  let current = forms[0];
  const draw = () => {
    fill(
      tabs,
      ...(forms.length < 2
        ? []
        : forms.map((form) =>
            button(form.title, () => pick(form), {
              id: `${id}-form-${form.title.replace(/\W/g, '')}`,
              class: 'tab small',
              attributes: { 'aria-pressed': String(form === current) },
            }),
          )),
    );
    fill(shown, ...(current?.show() ?? []));
  };
  const pick = (form: Form) => {
    current = form;
    draw();
  };
  draw();
  const copied = () => (current === undefined ? (data?.text ?? '') : current.copied.join('\n'));
  return make(
    'div',
    { class: 'cure' },
    sentence.length === 0 ? null : make('p', { class: 'cure-sentence' }, ...spans(sentence)),
    make(
      'div',
      { class: 'cure-bar' },
      tabs,
      copyButton('Copy', copied, say, { id, class: 'primary', attributes: { 'aria-keyshortcuts': 'c' } }),
    ),
    shown,
  );
}

function formsOf({ diff, deck, adminApi }: CureData, changes: readonly Block[]): Form[] {
  const lines = (texts: readonly string[], label: string) => () => [
    pre(
      texts.map((text) => [text]),
      label,
    ),
  ];
  const drawn = () => changes.flatMap((change) => block(change, 'Change'));
  return [
    ...(diff.length === 0
      ? []
      : [{ title: 'Change', copied: diff, show: changes.length > 0 ? drawn : () => [diffLines(diff)] }]),
    ...(deck === null ? [] : [{ title: 'decK', copied: deck, show: lines(deck, 'decK file') }]),
    ...(adminApi === null ? [] : [{ title: 'Admin API', copied: adminApi, show: lines(adminApi, 'Admin API calls') }]),
  ];
}
