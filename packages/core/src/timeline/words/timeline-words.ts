import { type Block, type Line, line, type Report, type Section } from '../../report/index.ts';
import type { Timeline } from '../model.ts';
import { face } from '../picture/rows.ts';
import { type BarOptions, toBars } from '../picture/to-bars.ts';
import { endLines, notEndLines, remarkLines, subjectLines } from './ends.ts';
import { standingLines } from './standing.ts';
import { titleOf } from './title.ts';

/** The picture first, then one sentence for each token and time, then what ends it and what does not. */
export function timelineWords(timeline: Timeline, picture: BarOptions): Report {
  const { at, now, zone } = timeline;
  const asked = at === now ? 'Now' : `At ${face(at, zone, at)}`;
  const sections = [
    section('timeline', '', toBars(timeline, picture)),
    ...prose('verdict', asked, standingLines(timeline, 'at')),
    ...prose('now', 'Now', standingLines(timeline, 'now')),
    ...prose('ends', 'Ends', endLines(timeline)),
    ...prose('not', 'Not', notEndLines(timeline)),
    ...prose('together', 'Together', subjectLines(timeline)),
    ...prose('note', 'Note', [...remarkLines(timeline), ONLY_TIME]),
  ];
  return { title: titleOf(timeline), sections };
}

const ONLY_TIME = line`Times are judged here; what a judge is said to take may still fail for its signature, issuer or audience.`;

const section = (id: string, title: string, block: Block): Section => ({ id, title, blocks: [block] });

const prose = (id: string, title: string, lines: readonly Line[]): Section[] =>
  lines.length === 0 ? [] : [section(id, title, { kind: 'text', lines })];
