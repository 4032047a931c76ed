import { code, dim, type Line, line, strong, value } from '../../report/index.ts';
import { showBoth, showLength, showRelative } from '../clock-face.ts';
import type { LifeEnd, SubjectSpan, Timeline, TokenLife } from '../model.ts';

/** Tokens that share a sentence are named together. */
function together(rows: readonly (readonly [name: string, sentence: Line])[]): Line[] {
  const groups = new Map<string, { names: string[]; sentence: Line }>();
  for (const [name, sentence] of rows) {
    const id = JSON.stringify(sentence);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { names: [name], sentence });
    else if (!group.names.includes(name)) group.names.push(name);
  }
  return [...groups.values()].map(({ names, sentence }) => [strong(list(names)), { text: ': ' }, ...sentence]);
}

const list = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

/** Every end of life: those with an instant first, in order of time. */
export function endLines(timeline: Timeline): Line[] {
  const { lives, zone, now, at } = timeline;
  const dated = (end: LifeEnd): Line => {
    if (end.at === null) return end.sentence;
    const when = showBoth(end.at, zone, at);
    const verb = end.effect === 'begins' ? 'not before' : end.certain ? 'ends' : 'may end';
    return [...line`${verb} ${value(when)}, ${showRelative(end.at, now)}. `, ...end.sentence];
  };
  const all = lives.flatMap((life) => endsToShow(life).map((end) => ({ name: life.name, end })));
  const [timed, open] = [all.filter(({ end }) => end.at !== null), all.filter(({ end }) => end.at === null)];
  return together([...timed, ...open].map(({ name, end }) => [name, dated(end)] as const));
}

/** What could end a token sooner says nothing about one that is over. */
function endsToShow(life: TokenLife): readonly LifeEnd[] {
  const over = life.standings.every(({ verdict: { state } }) => state === 'expired' || state === 'refused');
  return over ? life.ends.filter(({ at }) => at !== null) : life.ends;
}

/** Where one newer token is named, the general sentence about newer tokens has nothing to add. */
export function notEndLines({ lives }: Timeline): Line[] {
  const named = lives.some(({ notEnds }) => notEnds.some(({ newer }) => newer !== undefined));
  return together(
    lives.flatMap((life) =>
      life.notEnds
        .filter(({ kind, newer }) => kind !== 'newer-token' || newer !== undefined || !named)
        .map((one) => [life.name, one.sentence] as const),
    ),
  );
}

export const remarkLines = ({ lives }: Timeline): Line[] =>
  together(
    lives.flatMap((life) =>
      life.remarks.map((remark) => {
        const hint: Line = remark.hint === undefined ? [] : [{ text: ` ${remark.hint}` }];
        return [life.name, [{ text: remark.message }, ...hint, dim(` (${remark.code})`)]] as const;
      }),
    ),
  );

const MOST_LINES = 10;

/** Overlaps and gaps of one subject. */
export function subjectLines(timeline: Timeline): Line[] {
  return timeline.subjects.flatMap((span) => {
    const lines = [
      ...span.overlaps.map((one) => overlap(timeline, one)),
      ...span.gaps.map((one) => gap(timeline, one)),
    ];
    const more = lines.length - MOST_LINES;
    return [
      line`${list(span.names)}: one subject, ${code('sub')} ${value(span.subject)} of ${value(span.issuer)}.`,
      ...lines.slice(0, MOST_LINES),
      ...(more > 0 ? [line`and ${more} more overlaps or gaps`] : []),
    ];
  });
}

function overlap({ zone, at }: Timeline, one: SubjectSpan['overlaps'][number]): Line {
  const both = line`${strong(one.first)} and ${strong(one.second)} are both good from ${value(showBoth(one.from, zone, at))}`;
  if (one.until === null) return [...both, ...line` on, without end.`];
  const until = value(showBoth(one.until, zone, at));
  return [...both, ...line` until ${until} (${showLength(one.until - one.from)}).`];
}

function gap({ zone, at }: Timeline, one: SubjectSpan['gaps'][number]): Line {
  const until = one.until ?? Number.POSITIVE_INFINITY;
  return line`No token is good from ${value(showBoth(one.from, zone, at))} until ${value(showBoth(until, zone, at))} (${showLength(until - one.from)}), between ${strong(one.after)} and ${strong(one.before)}.`;
}
