import { readToken } from '@why401/core/parse';
import type { Block, Line, Report } from '@why401/core/report';
import {
  buildTimeline,
  plotOf,
  type Scale,
  type SvgNode,
  scaleOf,
  showInstant,
  svgTree,
  timelineJson,
  timelineWords,
} from '@why401/core/timeline';
import { type Context, clockOf, pictureWidth, timelineTokens } from '../actions/index.ts';

/** What a timeline shows: the server's where it knows gateways or keys, else the page's own, by the standard alone. */
export interface Picture {
  readonly svg: SvgNode;
  readonly report: Report;
  readonly twin: Block;
  readonly scale: Scale;
  /** Edges of the plot, in units of the view box. */
  readonly left: number;
  readonly right: number;
  readonly at: number;
}

/** Members of a timeline's JSON that its table twin needs. */
interface TimelineData {
  readonly tokens: readonly {
    readonly name: string;
    readonly judges: readonly { readonly name: string; readonly from: string | null; readonly until: string | null }[];
    readonly verdicts: readonly { readonly mark: string; readonly judge: string; readonly state: string }[];
  }[];
}

/** Undefined where there is no token. */
export function pictureOf(context: Context): Picture | undefined {
  const { state } = context.store;
  const tokens = timelineTokens(state);
  if (tokens.length === 0) return undefined;
  const now = clockOf(context);
  const at = state.at ?? now;
  const entries = tokens.map(({ name, text }) => ({ name, token: readToken(text) }));
  const own = buildTimeline(entries, { now, at, zone: state.zone });
  const answered = state.timed?.state === 'answered' ? state.timed.answer : undefined;
  const svg = answered?.svg ?? svgTree(own, { width: pictureWidth() });
  const width = Number(svg.attributes.width ?? 960);
  const { left, right } = plotOf(width);
  const data = (answered?.data ?? timelineJson(own)) as TimelineData;
  return {
    svg,
    report: answered?.report ?? timelineWords(own, { alphabet: 'unicode', width: 80 }),
    twin: twinOf(data, state.zone),
    scale: answered?.scale ?? scaleOf(own),
    left,
    right,
    at,
  };
}

function twinOf({ tokens }: TimelineData, zone: string): Block {
  const time = (iso: string | null): Line =>
    iso === null ? [{ text: '–', tone: 'dim' }] : [{ text: showInstant(Date.parse(iso), zone), tone: 'value' }];
  const rows = tokens.flatMap(({ name, judges, verdicts }) =>
    judges.map((judge): Line[] => [
      [{ text: name, tone: 'strong' }],
      [{ text: judge.name }],
      time(judge.from),
      time(judge.until),
      [{ text: verdicts.find(({ judge: by, mark }) => by === judge.name && mark === 'at')?.state ?? 'unknown' }],
    ]),
  );
  return { kind: 'table', head: ['token', 'judged by', 'begins', 'ends', 'at that time'], rows };
}
