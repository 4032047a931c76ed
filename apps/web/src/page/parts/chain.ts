import type { Line } from '@why401/core/report';
import { pictureWidth } from '../actions/index.ts';
import { fold, make } from '../dom/index.ts';
import { table } from '../print/index.ts';
import type { WhoData } from '../state/index.ts';
import { chainPicture } from './chain-picture.ts';

/** A hop as it is drawn, and the link to the next one. */
export interface Drawn {
  /** `Kong`, `LB1`. */
  readonly title: string;
  /** Its product or version, if known. */
  readonly product: string;
  readonly isKnown: boolean;
  readonly isAnswering: boolean;
  /** It broke somewhere from here to the next one. */
  readonly isBroken: boolean;
}

/** The hops with the one that answered and the link that broke; the same as a table below. */
export function chain(data: WhoData): HTMLElement {
  const drawn = drawnOf(data);
  return make(
    'section',
    { class: 'card chain', attributes: { 'aria-label': 'Chain' } },
    chainPicture(drawn, wordsOf(drawn), pictureWidth()),
    fold({ id: 'chain-table', title: 'The picture as a table' }, () => twin(drawn)),
  );
}

function drawnOf({ chain: hops, hop: answering, link }: WhoData): readonly Drawn[] {
  const at = (hop: string | undefined): number => hops.findIndex((one) => one.hop === hop);
  const [from = -1, to = -1] = (link ?? '').split('-').map(at);
  return hops.map(({ hop, name, known }, index) => {
    const [, title = name, product = ''] = /^(\S+) \(?(.*?)\)?$/.exec(name) ?? [];
    return {
      title: title.charAt(0).toUpperCase() + title.slice(1),
      product,
      isKnown: known,
      isAnswering: hop === answering,
      isBroken: from >= 0 && index >= from && index < to,
    };
  });
}

function wordsOf(drawn: readonly Drawn[]): string {
  const rope = drawn.map(({ title }, at) => (at === 0 ? title : `${drawn[at - 1]?.isBroken ? ' ✗ ' : ' – '}${title}`));
  const answering = drawn.find(({ isAnswering }) => isAnswering);
  return `${rope.join('')}${answering === undefined ? '' : `; ${answering.title} answered`}`;
}

function twin(drawn: readonly Drawn[]): HTMLElement {
  const rows = drawn.map(({ title, product, isKnown, isAnswering, isBroken }, at): Line[] => [
    [{ text: title, tone: 'strong' }],
    [{ text: product === '' ? (isKnown ? '' : 'nothing shows it') : product, tone: product === '' ? 'dim' : 'value' }],
    isAnswering ? [{ text: 'answered', tone: 'bad' }] : [{ text: '' }],
    [
      at === drawn.length - 1
        ? { text: '' }
        : isBroken
          ? { text: '✗ broke', tone: 'bad' }
          : { text: 'held', tone: 'dim' },
    ],
  ]);
  return table({ kind: 'table', head: ['hop', 'what it is', 'who answered', 'link to the next'], rows }, 'Chain');
}
