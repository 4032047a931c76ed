import { type Block, dim, type Line, value } from '../../report/index.ts';
import { showInstant, showRelative } from '../clock-face.ts';
import type { Instant, Timeline, TimelineEvent } from '../model.ts';

/** The picture's facts as rows, for whom a picture says nothing. */
export function toTables(timeline: Timeline): Block[] {
  return [livesTable(timeline), instantsTable(timeline)];
}

const NONE: Line = [dim('–')];

function livesTable(timeline: Timeline): Block {
  const { zone } = timeline;
  const cell = (instant: Instant | null): Line => (instant === null ? NONE : [value(showInstant(instant, zone))]);
  const rows = timeline.lives.flatMap((life) =>
    life.judges.map(({ name, window }): readonly Line[] => [
      [{ text: life.name, tone: 'strong' }],
      [{ text: name }],
      window.kind === 'window' ? cell(window.from) : NONE,
      window.kind === 'window' ? cell(window.until) : NONE,
      [{ text: life.standings.find((one) => one.judge === name && one.mark === 'at')?.verdict.state ?? 'unknown' }],
    ]),
  );
  const state = timeline.at === timeline.now ? 'now' : `at ${showInstant(timeline.at, zone)}`;
  return { kind: 'table', head: ['token', 'judged by', 'begins', 'ends', state], rows };
}

function instantsTable(timeline: Timeline): Block {
  const { zone, now } = timeline;
  const rows = timeline.lives.flatMap((life) =>
    life.events.map((event): readonly Line[] => [
      [{ text: life.name, tone: 'strong' }],
      [{ text: nameOf(event) }],
      [value(showInstant(event.at, zone))],
      ...(zone === 'UTC' ? [] : [[value(showInstant(event.at, 'UTC'))]]),
      [{ text: event.kind === 'now' ? '' : showRelative(event.at, now) }],
    ]),
  );
  const head = ['token', 'what', zone, ...(zone === 'UTC' ? [] : ['UTC']), 'from now'];
  return { kind: 'table', head, rows };
}

function nameOf({ kind, of, judge }: TimelineEvent): string {
  const by = judge === undefined ? of : `${of}, ${judge}`;
  if (kind === 'begin') return `not before (${by})`;
  return kind === 'end' ? `end (${by})` : kind;
}
