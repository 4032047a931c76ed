import type { Line, Section } from '@why401/core/report';
import { pictureWidth } from '../actions/index.ts';
import { svgElement, text as svgWords } from '../dom/index.ts';
import { plain, table } from '../print/index.ts';
import type { Hop, LadderData } from '../state/index.ts';

export type Scenario = LadderData['ladders'][number]['scenarios'][number];

const NAMES: Readonly<Record<Hop, string>> = {
  client: 'client',
  lb1: 'LB before Kong',
  kong: 'Kong',
  lb2: 'LB behind Kong',
  server: 'server',
};

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(2))} s`;

const ROW = 24;
const BAR = 14;
const LABEL = 112;
const TAIL = 92;

/**
 * Bars on one scale, from who should wait longest to who should wait shortest; each try of Kong is a piece.
 * @param isWrong the order is wrong somewhere
 */
export function bars({ bars: all, first }: Scenario, title: string, isWrong: boolean): SVGElement {
  const width = Math.min(pictureWidth(), 720);
  const longest = Math.max(...all.map(({ total }) => total), 1);
  const plot = width - LABEL - TAIL;
  const rows = all.flatMap(({ who, tries, total }, at) => {
    const y = at * ROW + (ROW - BAR) / 2;
    const dress = who === first.who ? `bar ${isWrong ? 'wrong' : 'first'}` : 'bar';
    let until = 0;
    const pieces = tries.map((ms) => {
      const from = (until / longest) * plot;
      until += ms;
      const piece = Math.max((until / longest) * plot - from - (tries.length > 1 ? 1.5 : 0), 1);
      return svgElement('rect', {
        ...{ class: dress, x: String(LABEL + from), y: String(y), rx: '2' },
        ...{ width: piece.toFixed(1), height: String(BAR) },
      });
    });
    const sign = who === first.who ? ` ${isWrong ? '✗ ' : ''}first` : '';
    return [
      words(LABEL - 8, y + 11.5, 'bar-name', NAMES[who], 'end'),
      ...pieces,
      words(LABEL + (total / longest) * plot + 6, y + 11.5, dress, `${seconds(total)}${sign}`),
    ];
  });
  const said = all.map(({ who, total }) => `${NAMES[who]} ${seconds(total)}`).join(', ');
  const attributes = { viewBox: `0 0 ${width} ${all.length * ROW}`, role: 'img' };
  return svgElement('svg', { class: 'bars', ...attributes, 'aria-label': `${title}: ${said}` }, ...rows);
}

function words(x: number, y: number, dress: string, said: string, anchor = 'start'): SVGElement {
  const place = { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor };
  return svgElement('text', { class: dress, ...place }, svgWords(said));
}

/** The same as rows. */
export function barsTable(section: Section | undefined, scenarios: readonly Scenario[]): HTMLElement {
  const titles = (section?.blocks ?? []).flatMap((one) => (one.kind === 'verbatim' ? [plain(one.lines[0])] : []));
  const rows = scenarios.flatMap(({ bars: all, first }, at) =>
    all.map(({ who, total, because }, row): Line[] => [
      [{ text: row === 0 ? (titles[at] ?? '') : '', tone: 'strong' }],
      [{ text: NAMES[who] }],
      [{ text: seconds(total), tone: who === first.who ? 'strong' : 'value' }],
      [{ text: because, tone: 'dim' }],
      [{ text: who === first.who ? 'gives up first' : '' }],
    ]),
  );
  return table({ kind: 'table', head: ['', 'who', 'waits', 'because', ''], rows }, 'Bars');
}
