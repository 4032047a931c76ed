import { bad, dim, good, type Line, line, type Report, value, warn } from '../report/index.ts';
import { keyTable } from './issuer-keys.ts';
import { nameOf } from './issuer-rotation-words.ts';
import type { KeyEvent, KeyWatch } from './issuer-watch.ts';

export interface WatchView {
  readonly issuer: string;
  /** As `Intl` names it. */
  readonly zone: string;
  /** Seconds that tokens of the issuer live, where that is known. */
  readonly lifetime: number | undefined;
  /** Milliseconds since the epoch. */
  readonly next: number;
}

/** What stands on the screen while keys are watched: the answer, what happened, the keys as they are. */
export function watchReport(watch: KeyWatch, view: WatchView): Report {
  const { last, gone, events, missed } = watch;
  const time = timesOf(view.zone);
  const count = last?.reading.keys.length ?? 0;
  const head =
    missed > 0
      ? line`${warn('Not reached')} ${missed === 1 ? 'once' : `${missed} times in a row`} · ${view.issuer}`
      : gone.length > 0
        ? line`${bad(`${gone.length} ${gone.length === 1 ? 'key' : 'keys'} gone`)} · ${view.issuer}`
        : line`${good(`${count} ${count === 1 ? 'key' : 'keys'}`)} · ${view.issuer}`;
  const since = events.map((event) => eventLine(event, view));
  return {
    title: head.map(({ text }) => text).join(''),
    sections: [
      {
        id: 'verdict',
        title: '',
        blocks: [
          {
            kind: 'text',
            lines: [head, line`${dim(`looked at ${time(watch.at)}, again at ${time(view.next)} (${view.zone})`)}`],
          },
        ],
      },
      {
        id: 'rotation',
        title: 'Since',
        blocks: [{ kind: 'text', lines: since.length === 0 ? [line`${dim('nothing changed')}`] : since }],
      },
      { id: 'candidates', title: 'Keys', blocks: last === undefined ? [] : keyTable(last.reading) },
    ].filter(({ blocks }) => blocks.length > 0),
  } as Report;
}

/** One line of what happened, with what it means for tokens. */
export function eventLine(event: KeyEvent, { zone, lifetime }: Pick<WatchView, 'zone' | 'lifetime'>): Line {
  const time = timesOf(zone);
  const at = dim(time(event.at));
  switch (event.kind) {
    case 'came':
      return line`${at} came ${value(nameOf(event.key))}`;
    case 'back':
      return line`${at} back ${value(nameOf(event.key))}: it was only missing in answers between`;
    case 'went':
      return line`${at} ${bad('went')} ${value(nameOf(event.key))}: ${endOf(event.at, lifetime, time)}`;
    case 'missed':
      return line`${at} ${warn('not reached')} (${event.problem.code}): ${event.problem.message}`;
    case 'reached':
      return line`${at} reached again`;
  }
}

const endOf = (at: number, lifetime: number | undefined, time: (at: number) => string): string =>
  lifetime === undefined
    ? 'its tokens live one lifetime longer (--token-lifetime)'
    : `its tokens live until ${time(at + lifetime * 1000)} at the latest, and fail where the set is fetched anew`;

function timesOf(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone });
  return (at) => format.format(at);
}
