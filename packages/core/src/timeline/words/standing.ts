import { bad, code, good, type Line, line, type Span, strong, value, warn } from '../../report/index.ts';
import { showBoth, showLength } from '../clock-face.ts';
import type { Instant, Standing, Timeline, TokenLife, Verdict } from '../model.ts';
import { face } from '../picture/rows.ts';

interface Context {
  readonly timeline: Timeline;
  readonly life: TokenLife;
  readonly standing: Standing;
}

interface Group {
  readonly timeline: Timeline;
  readonly life: TokenLife;
  readonly group: readonly Standing[];
  readonly first: boolean;
}

/** One sentence for each token and time; judges that say the same share it. */
export function standingLines(timeline: Timeline, mark: Standing['mark']): Line[] {
  return timeline.lives.flatMap((life) => {
    const groups = new Map<string, Standing[]>();
    for (const standing of life.standings) {
      if (standing.mark !== mark) continue;
      const id = JSON.stringify([standing.verdict, standing.reply, standing.instead]);
      groups.set(id, [...(groups.get(id) ?? []), standing]);
    }
    return [...groups.values()].map((group, index) => sentence({ timeline, life, group, first: index === 0 }));
  });
}

function sentence({ timeline, life, group, first }: Group): Line {
  const [standing] = group;
  if (standing === undefined) return [];
  const who = life.judges.length > 1 ? ` for ${judges(group.map(({ judge }) => judge))}` : '';
  const clock = face(standing.at, timeline.zone, timeline.at);
  const when = standing.at === timeline.now ? `now (${clock})` : `at ${clock}`;
  const said = predicate({ timeline, life, standing }, `${when}${who}`);
  const reply = replyOf(standing);
  const instead: Line = standing.instead === undefined ? [] : [{ text: ' ' }, warn(standing.instead.message)];
  const others = first && standing.verdict.state === 'valid' ? newer(life, standing) : [];
  return [strong(life.name), { text: ' ' }, ...said, ...reply, ...instead, ...others];
}

/** Unless the reason has just said it. */
function replyOf({ reply, verdict }: Standing): Line {
  if (reply === undefined || (verdict.state === 'refused' && verdict.reason.message.includes(reply))) return [];
  return line` It answers ${code(reply)}.`;
}

function judges(names: readonly string[]): string {
  if (names.length > 3) return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function predicate(context: Context, when: string): Line {
  const { verdict } = context.standing;
  const time = (instant: Instant): Span => value(showBoth(instant, context.timeline.zone, context.timeline.at));
  switch (verdict.state) {
    case 'valid':
      return [good('is valid'), { text: ` ${when}` }, ...left(context, verdict)];
    case 'not-yet':
      return line`${bad('is not valid yet')} ${when}: ${code(verdict.by)} lets it begin at ${time(verdict.from)}, ${apart(context, verdict.from)}.`;
    case 'expired':
      return line`${bad('is expired')} ${when}: since ${time(verdict.since)}, ${apart(context, verdict.since)}.`;
    case 'ended':
      return line`${bad('is refused')} ${when}: ended by ${code(verdict.by)}, seen at ${time(verdict.since)}.`;
    case 'refused':
      return line`${bad('is refused')} ${when}, and at any other time: ${verdict.reason.message}`;
    case 'accepted-although-expired':
      return line`${warn('would be accepted although expired')} ${when}: it expired at ${time(verdict.since)}, ${apart(context, verdict.since)}. ${verdict.reason.message}`;
    case 'accepted-although-early':
      return line`${warn('would be accepted although not valid yet')} ${when}: ${code('nbf')} is ${time(verdict.from)}, ${apart(context, verdict.from)}. ${verdict.reason.message}`;
    case 'accepted-although-malformed':
      return line`${warn('would be accepted although malformed')} ${when}: ${code(verdict.by)} is no number. ${verdict.reason.message}`;
    case 'unknown':
      return line`${warn('cannot be judged')} ${when}: ${verdict.reason.message}`;
  }
}

/** The question this began with: a newer token was there at that time already. */
function newer(life: TokenLife, standing: Standing): Line {
  const other = life.notEnds.find((one) => one.kind === 'newer-token')?.newer;
  if (other === undefined || other.since > standing.at) return [];
  return line` A newer token (${other.names.length === 1 ? (other.names[0] ?? '') : `${other.names.length} of them`}) does not end an older one.`;
}

function left(context: Context, { until }: Extract<Verdict, { state: 'valid' }>): Line {
  const { timeline, standing } = context;
  if (until === null) return [{ text: ': no time in it ends it.' }];
  return line`: ${showLength(until - standing.at)} left, until ${value(showBoth(until, timeline.zone, timeline.at))}.`;
}

/** `3 h 12 min ago` about now, `3 h 12 min before` about another time. */
function apart({ timeline, standing }: Context, instant: Instant): string {
  if (Math.abs(instant - standing.at) < 1000) return 'this very second';
  const length = showLength(instant - standing.at);
  if (standing.at === timeline.now) return instant > standing.at ? `in ${length}` : `${length} ago`;
  return instant > standing.at ? `${length} later` : `${length} before`;
}
