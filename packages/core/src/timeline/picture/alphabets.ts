export type AlphabetName = 'unicode' | 'ascii';

/** The signs that bars are drawn with. */
export interface Alphabet {
  readonly life: string;
  readonly lax: string;
  readonly waiting: string;
  readonly start: string;
  readonly end: string;
  readonly crossing: string;
  readonly before: string;
  readonly after: string;
  readonly mark: string;
  readonly pointer: string;
}

export const ALPHABETS: Readonly<Record<AlphabetName, Alphabet>> = {
  unicode: {
    life: '━',
    lax: '╌',
    waiting: '·',
    start: '┣',
    end: '┫',
    crossing: '╋',
    before: '◂',
    after: '▸',
    mark: '×',
    pointer: '▲',
  },
  ascii: {
    life: '=',
    lax: '-',
    waiting: '.',
    start: '|',
    end: '|',
    crossing: '|',
    before: '<',
    after: '>',
    mark: 'x',
    pointer: '^',
  },
};
