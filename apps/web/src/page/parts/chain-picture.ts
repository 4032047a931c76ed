import { svgElement, text as svgWords } from '../dom/index.ts';
import type { Drawn } from './chain.ts';

/** Below this width the hops stand one under the other. */
const WIDE = 560;
const BOX = 52;
const MARGIN = 4;
const GAP = 46;
/** Room under a box for what it did. */
const FOOT = 20;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** The chain as boxes and lines. Colour only repeats what signs and words say. */
export function chainPicture(drawn: readonly Drawn[], words: string, width: number): SVGElement {
  const isWide = width >= WIDE;
  const gap = isWide ? Math.max(GAP, Math.min(90, width / 12)) : GAP;
  const boxWidth = isWide ? (width - 2 * MARGIN - gap * (drawn.length - 1)) / drawn.length : width - 2 * MARGIN;
  const place = (at: number): Place =>
    isWide
      ? { x: MARGIN + at * (boxWidth + gap), y: MARGIN, width: boxWidth }
      : { x: MARGIN, y: MARGIN + at * (BOX + GAP), width: boxWidth };
  const height = isWide ? BOX + 2 * MARGIN + FOOT : drawn.length * (BOX + GAP) - GAP + 2 * MARGIN;
  return svgElement(
    'svg',
    { class: 'chain-picture', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': words },
    ...drawn.slice(1).flatMap((_, at) => link(place(at), place(at + 1), drawn[at]?.isBroken ?? false, isWide)),
    ...drawn.map((one, at) => hop(one, place(at), isWide)),
  );
}

function hop({ title, product, isKnown, isAnswering }: Drawn, { x, y, width }: Place, isWide: boolean): SVGElement {
  const middle = x + width / 2;
  const dress = ['hop', isAnswering ? 'answering' : '', isKnown ? '' : 'maybe'].filter((one) => one !== '').join(' ');
  const name = text(middle, y + (product === '' ? 31 : 23), 'hop-name', isKnown ? title : `${title}?`);
  return svgElement(
    'g',
    { class: dress },
    svgElement('rect', {
      ...{ class: 'hop-box', x: String(x), y: String(y), width: String(width), height: String(BOX), rx: '8' },
    }),
    name,
    ...(product === '' ? [] : [text(middle, y + 40, 'hop-product', cut(product, Math.floor(width / 7)))]),
    ...(isAnswering ? [answered(x, y, width, isWide)] : []),
  );
}

/** Under the box; where the boxes stand one under the other, inside of it. */
const answered = (x: number, y: number, width: number, isWide: boolean): SVGElement =>
  isWide
    ? text(x + width / 2, y + BOX + 16, 'hop-did', 'answered')
    : text(x + width - 12, y + 31, 'hop-did', 'answered', 'end');

function link(from: Place, to: Place, isBroken: boolean, isWide: boolean): readonly SVGElement[] {
  const [x1, y1] = isWide ? [from.x + from.width, from.y + BOX / 2] : [from.x + from.width / 2, from.y + BOX];
  const [x2, y2] = isWide ? [to.x, y1] : [x1, to.y];
  const ends = { x1: String(x1), y1: String(y1), x2: String(x2), y2: String(y2) };
  const line = svgElement('line', { class: isBroken ? 'link broken' : 'link', ...ends });
  if (!isBroken) return [line];
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const cross = `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`;
  const said = isWide
    ? text(x, BOX + MARGIN + 16, 'link-did', 'broke')
    : text(x + 18, y + 4, 'link-did', 'broke', 'start');
  return [
    line,
    svgElement('rect', {
      ...{ class: 'cross-ground', x: String(x - 11), y: String(y - 11), width: '22', height: '22', rx: '11' },
    }),
    svgElement('path', { class: 'cross', d: cross }),
    said,
  ];
}

function text(x: number, y: number, dress: string, words: string, anchor = 'middle'): SVGElement {
  const place = { x: String(x), y: String(y), 'text-anchor': anchor };
  return svgElement('text', { class: dress, ...place }, svgWords(words));
}

const cut = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
