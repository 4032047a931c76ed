import { parseAt, showInstant } from '@why401/core/timeline';
import { type Context, clockOf } from '../actions/index.ts';
import { button, fill, fold, make, svgElement, svgOf } from '../dom/index.ts';
import { block, sections } from '../print/index.ts';
import { type Picture, pictureOf } from './timeline-data.ts';
import { createHandle } from './timeline-handle.ts';

/** The picture, what it says in sentences, and the same as a table. It stays as it is dragged; what it shows follows. */
export function timeline(context: Context): HTMLElement {
  const { store } = context;
  let picture: Picture | undefined;
  const base = svgElement('g', {});
  const root = svgElement('svg', { class: 'timeline', role: 'group', 'aria-label': 'Timeline' });
  const handle = createHandle(context, root, () => picture);
  root.append(base, handle.element);
  const words = make('div', { class: 'timeline-words' });
  const twin = make('div', {});
  const element = make(
    'div',
    { class: 'timeline-part' },
    asked(context),
    make('div', { class: 'timeline-scroll' }, root),
    words,
    fold({ id: 'timeline-table', title: 'The picture as a table' }, () => twin),
  );
  store.watch(
    element,
    ({ reading, at, timed, zone, now, view }) => [reading, at, timed, zone, now, view] as const,
    () => {
      picture = pictureOf(context);
      element.hidden = picture === undefined;
      if (picture === undefined) return;
      const { svg, report } = picture;
      const drawn = svgOf(svg);
      const { viewBox = '0 0 960 200', height = '200', width = '960' } = svg.attributes;
      root.setAttribute('viewBox', viewBox);
      root.setAttribute('font-family', 'ui-monospace, Menlo, Consolas, monospace');
      root.setAttribute('font-size', '12');
      root.setAttribute('data-wide', String(Number(width) > 700));
      base.replaceChildren(...drawn.childNodes);
      handle.place(picture, Number(height));
      fill(words, ...sections(report, ['timeline']));
      fill(twin, ...block(picture.twin, 'Timeline as a table'));
    },
  );
  return element;
}

/** The time that is asked about, as text: `14:10`, ISO 8601, seconds. */
function asked(context: Context): HTMLElement {
  const { store } = context;
  const problem = make('span', { class: 'warn', attributes: { role: 'status' } });
  const input = make('input', {
    id: 'at',
    attributes: { type: 'text', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'at-hint' },
    on: {
      change: () => {
        const text = input.value.trim();
        if (text === '') return store.set({ at: null });
        const read = parseAt(text, { now: clockOf(context), zone: store.state.zone });
        fill(problem, read.ok ? (read.value.notes[0]?.message ?? '') : read.problem.message);
        if (read.ok) store.set({ at: read.value.instant });
      },
    },
  });
  store.watch(
    input,
    ({ at, zone }) => [at, zone] as const,
    ([at, zone]) => {
      if (document.activeElement !== input || at === null)
        input.value = at === null ? '' : showInstant(at, zone, clockOf(context));
    },
  );
  input.placeholder = 'now';
  return make(
    'p',
    { class: 'asked' },
    make('label', { attributes: { for: 'at' } }, 'Valid at'),
    input,
    button('Now', () => store.set({ at: null }), { id: 'at-now', class: 'quiet small' }),
    make('span', { id: 'at-hint', class: 'dim' }, 'or drag the line; arrow keys move it by a minute'),
    problem,
  );
}
