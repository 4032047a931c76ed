import { type Line, toText } from '@why401/core/report';
import { eventLine, type KeyEvent, type KeyWatch, type WatchView, watchReport } from '@why401/core/verdict';
import type { Session } from '../session.ts';
import { enterScreen } from '../timeline/screen.ts';

export interface WatchOutput {
  show(watch: KeyWatch, view: WatchView): Promise<void>;
  leave(): Promise<void>;
}

/** On a terminal the whole picture after each look; elsewhere the first one, then a line for each thing that happens. */
export async function openWatchOutput({ io, settings }: Session): Promise<WatchOutput> {
  const screen = io.stdout.isTerminal ? await enterScreen(io) : undefined;
  let last: KeyEvent | undefined;
  let isFirst = true;
  return {
    async show(watch, view) {
      const news = watch.events.slice(last === undefined ? 0 : watch.events.indexOf(last) + 1);
      last = watch.events.at(-1);
      if (screen !== undefined) {
        const text = toText(watchReport(watch, view), settings.style);
        await screen.draw(`${text}\nCtrl-C ends; the bell rings when something happens.\n`, news.length > 0);
      } else if (isFirst) await io.stdout.write(toText(watchReport(watch, view), settings.style));
      else for (const event of news) await io.stdout.write(lineText(eventLine(event, view), settings.style));
      isFirst = false;
    },
    leave: async () => screen?.leave(),
  };
}

const lineText = (line: Line, style: Parameters<typeof toText>[1]): string =>
  toText({ title: '', sections: [{ id: 'event', title: '', blocks: [{ kind: 'text', lines: [line] }] }] }, style);
