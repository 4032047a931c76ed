import type { Basis } from '../facts/index.ts';
import { basisOf, type Difference, type IssuerDifference, markOf, sentenceOf, sideBySide } from '../issuer/index.ts';
import { type Block, bad, dim, good, type Line, line, type Report, strong, warn } from '../report/index.ts';
import type { IssuerDiff, Minds } from './diff.ts';

/** A range of one of the two strings, and what stands there. */
export interface PieceDocument {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What `why401 diff --json` tells, but for `schemaVersion` and `command`. */
export interface DiffDocument {
  readonly equal: boolean;
  readonly a: string;
  readonly b: string;
  readonly differences: readonly {
    readonly kind: string;
    readonly part: string;
    readonly a: PieceDocument;
    readonly b: PieceDocument;
    readonly mark: string;
    readonly text: string;
    readonly basis: readonly Basis[];
  }[];
  readonly whoMinds: readonly {
    readonly id: string;
    readonly who: string;
    readonly what: string;
    readonly how: string;
    readonly minds: boolean | 'unknown';
    readonly basis: readonly Basis[];
  }[];
}

export function diffDocument({ compared, whoMinds }: IssuerDiff): DiffDocument {
  const { a, b, equal, differences } = compared;
  return {
    equal,
    a,
    b,
    differences: differences.map((one) => ({
      kind: one.kind,
      part: one.part,
      a: piece(a, one.a),
      b: piece(b, one.b),
      mark: markOf(compared, one),
      text: sentenceOf(compared, one),
      basis: basisOf(one),
    })),
    whoMinds: whoMinds.map(({ comparer: { id, who, what, how, basis }, minds }) => ({
      id,
      who,
      what,
      how,
      minds,
      basis,
    })),
  };
}

const piece = (text: string, { from, to }: Difference['a']): PieceDocument => ({
  from,
  to,
  text: text.slice(from, to),
});

/** The same for people: the two strings with what differs marked, each difference in a sentence, and who would mind. */
export function diffReport(diff: IssuerDiff): Report {
  const { compared } = diff;
  if (compared.equal) {
    const headline = line`${good('Equal')}, to the character.`;
    return { title: 'Equal, to the character', sections: [{ id: 'verdict', title: '', blocks: [text([headline])] }] };
  }
  const marks = [...new Set(compared.differences.map((one) => markOf(compared, one)))];
  return {
    title: `Different: ${marks.join(', ')}`,
    sections: [
      { id: 'verdict', title: '', blocks: [text([line`${bad('Different')}: ${marks.join(', ')}`])] },
      { id: 'compared', title: 'Found', blocks: [alignedBlock(compared)] },
      { id: 'why', title: 'Why', blocks: [text(sentences(compared).map((one) => line`${one}`))] },
      { id: 'who-minds', title: 'Who', blocks: [whoTable(diff.whoMinds)] },
    ],
  };
}

const text = (lines: readonly Line[]): Block => ({ kind: 'text', lines });

const sentences = (compared: IssuerDifference): readonly string[] => [
  ...new Set(compared.differences.map((one) => sentenceOf(compared, one))),
];

function alignedBlock(compared: IssuerDifference): Block {
  const { gapsA, gapsB, marks } = sideBySide(compared);
  const rows = [
    { source: 'first', name: '', value: compared.a, gaps: gapsA },
    { source: 'second', name: '', value: compared.b, gaps: gapsB },
  ];
  return { kind: 'aligned', rows, marks };
}

const ANSWERS = { true: bad('minds'), false: good('takes them for one'), unknown: warn('cannot tell') } as const;

function whoTable(whoMinds: readonly Minds[]): Block {
  const rows = whoMinds.map(({ comparer: { who, what, how }, minds }): readonly Line[] => [
    line`${ANSWERS[`${minds}`]}`,
    line`${strong(who)}`,
    line`${what}, ${dim(how)}`,
  ]);
  return { kind: 'table', head: [], rows };
}
