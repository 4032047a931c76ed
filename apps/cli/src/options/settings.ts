import type { TextOptions } from '@why401/core/report';
import { fail } from '../failure.ts';
import type { Io } from '../io.ts';
import { type ColourChoice, styleOf } from './style.ts';
import { readTimes, type Times } from './times.ts';

export const failOnChoices = ['error', 'warning', 'info', 'never'] as const;
export type FailOn = (typeof failOnChoices)[number];

/** The options that every command has, as commander hands them over. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly now?: string;
  readonly tz?: string;
  readonly color?: ColourChoice;
  readonly ascii?: boolean;
  readonly width?: string;
  readonly failOn?: FailOn;
  readonly share?: string;
  readonly force?: boolean;
}

/** The same, understood. `now` is the system's clock unless given. */
export interface Settings extends Times {
  readonly json: boolean;
  readonly style: TextOptions;
  readonly failOn: FailOn;
  readonly share: string | undefined;
  readonly force: boolean;
}

const MOST_COLUMNS = 10_000;

/** @throws Failure `time-unreadable`, `time-out-of-range`, `zone-unknown`, `bad-width` */
export async function settingsOf(options: GlobalOptions, io: Io): Promise<Settings> {
  return {
    // Kong's clock counts seconds.
    ...(await readTimes(options, Math.floor(io.now() / 1000) * 1000)),
    json: options.json ?? false,
    style: styleOf(
      { color: options.color ?? 'auto', ascii: options.ascii ?? false, width: readWidth(options.width) },
      io,
    ),
    failOn: options.failOn ?? 'error',
    share: options.share,
    force: options.force ?? false,
  };
}

function readWidth(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const columns = Number(text);
  if (!/^\d+$/.test(text) || columns < 20 || columns > MOST_COLUMNS)
    fail('bad-width', `--width is not a number of columns: ${JSON.stringify(text)}.`, `Give 20 to ${MOST_COLUMNS}.`);
  return columns;
}
