import { type Block, type Line, line, type Report, type Section } from '@why401/core/report';
import { fromBytes } from '../../wire/bytes.ts';
import type { Explanation, Telling } from '../explanation.ts';
import { causeWords } from '../words/causes.ts';
import { authorSentence, differenceSentence, meaningSentence } from '../words/reply.ts';
import { falseTrails } from '../words/trails.ts';
import { whyWords } from '../words/why.ts';
import { comparedSection, placeText } from './compared.ts';
import { cureSection } from './cure.ts';
import { nextSection } from './next.ts';
import { pathSection } from './path.ts';
import { plain } from './plain.ts';
import { replySection } from './reply.ts';

/** The explanation as a document: reply, why, compared, cure, place, path, because, next, not. */
export function reportOf(explanation: Explanation, telling: Telling): Report {
  const why = whyWords(explanation, telling);
  return {
    title: titleOf(explanation, why),
    sections: [
      replySection(explanation),
      ...realSection(explanation),
      ...textSection('why', 'Why', why),
      ...comparedSection(explanation),
      ...cureSection(explanation.cures, telling),
      ...placeSection(explanation),
      ...pathSection(explanation, telling),
      ...causeSection(explanation),
      ...nextSection(explanation, telling),
      ...textSection(
        'not',
        'Not',
        falseTrails(explanation.judgement).map(({ text }) => text),
      ),
    ],
  };
}

function textSection(id: string, title: string, lines: readonly Line[]): Section[] {
  return lines.length === 0 ? [] : [{ id, title, blocks: [{ kind: 'text', lines }] }];
}

/** One cause, and below it what follows from it. */
function causeSection({ causes }: Explanation): Section[] {
  const lines = causes
    .map(causeWords)
    .flatMap(({ text, consequences }) => [text, ...consequences.map((one): Line => [...line`  `, ...one])]);
  return textSection('causes', 'Because', lines);
}

function titleOf({ judgement }: Explanation, why: readonly Line[]): string {
  const { outcome, reply } = judgement;
  const head =
    outcome === 'undetermined' ? 'Undetermined' : reply === null ? 'Passed on' : `${reply.status} ${reply.reason}`;
  const sentence = plain(why[0]);
  return sentence === '' ? head : `${head}: ${sentence}`;
}

/** Kong's real answer beside the predicted one. */
function realSection({ reply, judgement }: Explanation): Section[] {
  if (reply === null) return [];
  const fits =
    judgement.reply === null
      ? 'The real reply fits: Kong passed the request on.'
      : 'The real reply is the predicted one.';
  if (reply.outcome === 'same') return textSection('real', 'Real', [line`${fits}`]);
  const lines = [
    ...(reply.outcome === 'unknown'
      ? [line`Nothing could be predicted to compare it with.`]
      : [line`The real reply is another one.`]),
    authorSentence(reply.author),
    ...reply.differences.map(differenceSentence),
    ...reply.meanings.map(meaningSentence),
  ];
  return textSection('real', 'Real', judgement.outcome === 'undetermined' ? lines.slice(0, 2) : lines);
}

/** The place of the failing check, unless the change that cures it has just shown that line. */
function placeSection({ frame, cures }: Explanation): Section[] {
  if (frame === null || frame.place.line === undefined) return [];
  const { file, line: at } = frame.place;
  const change = cures[0]?.change;
  const hunks = change?.kind === 'config' ? change.hunks : [];
  if (hunks.some((hunk) => hunk.file === file && hunk.lines.some(({ number }) => number === at))) return [];
  const { lines } = frame;
  const block: Block = { kind: 'frame', file: fromBytes(placeText(frame.place)), lines };
  return [{ id: 'place', title: 'Place', blocks: [block] }];
}
