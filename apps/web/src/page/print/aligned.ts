import { type AlignedBlock, layOut, noteLines, type Run, sanitise } from '@why401/core/report';
import { type Child, lineFeed, make } from '../dom/index.ts';

/** Strings one above the other; on a narrow page their names stand above and below, so that they still touch. */
export function aligned(block: AlignedBlock): HTMLElement {
  const style = { safe: sanitise, dots: '…', filler: '·' };
  const shown = layOut(block, Number.POSITIVE_INFINITY, style);
  const notes = noteLines(
    shown.marks.map((one) => ({ ...one, note: sanitise(one.note) })),
    Number.POSITIVE_INFINITY,
    '│',
  );
  // Beside the marks there is room for the place of the last row.
  const isUnder = (at: number): boolean => at === block.rows.length - 1 && notes.length > 0;
  const names = block.rows.map(({ source, name, place }, at) =>
    make(
      'div',
      { class: 'aligned-name' },
      make('span', { class: 'dim' }, `${source} `),
      make('strong', {}, name),
      place === undefined || isUnder(at) ? null : make('span', { class: 'dim place' }, ` ${place}`),
    ),
  );
  const values = shown.rows.map((runs) => make('code', { class: 'aligned-value' }, ...runs.map(run)));
  const marks = make('div', { class: 'aligned-marks bad', attributes: { 'aria-hidden': 'true' } });
  marks.append(...notes.flatMap((note, at) => (at === 0 ? [note] : [lineFeed(), note])));
  const said = shown.marks.map(({ note }) => note).join(', ');
  const attributes = { tabindex: '0', role: 'group', 'aria-label': said === '' ? 'Compared' : `Compared: ${said}` };
  const last = block.rows.at(-1)?.place;
  const under = make('span', { class: 'dim place under' }, last ?? '');
  const rows = block.rows.flatMap((_, at) => [names[at], values[at]]);
  return showMark(
    make('div', { class: 'aligned', attributes }, ...rows, ...(notes.length === 0 ? [] : [under, marks])),
  );
}

function run({ text, kind }: Run): Child {
  if (kind === 'marked') return make('mark', {}, text);
  if (kind === 'filler') return make('span', { class: 'dim', attributes: { 'aria-hidden': 'true' } }, text);
  return text;
}

/** Where the values are too long for the page, the first difference is what is seen. */
function showMark(element: HTMLElement): HTMLElement {
  requestAnimationFrame(() => {
    const mark = element.querySelector('mark');
    if (mark === null) return;
    const [{ left, right }, frame] = [mark.getBoundingClientRect(), element.getBoundingClientRect()];
    // What is wrong stands under the mark and to the right of it.
    if (right > frame.right) element.scrollLeft = left - frame.left - element.clientWidth * 0.3;
  });
  return element;
}
