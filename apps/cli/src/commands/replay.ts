import { stringifyDeep } from '@why401/core/report';
import { compareObserved, createReplayer, type Replayer, readCase } from '@why401/kong/replay';
import { createCrypto } from '@why401/node/crypto';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Cases, configReader, openCases } from '../input/cases.ts';
import { lineGroups } from '../input/lines.ts';
import type { Session, Verb } from '../session.ts';

export interface ReplayOptions {
  readonly configRoot?: string;
  readonly check?: boolean;
}

/** How long the lines are worked on before a signal gets a turn, in milliseconds. */
const TURN_MS = 50;
const BATCH = 65_536;

export const replay: Verb<ReplayOptions> = async (session, [name = '-'], options) => {
  const cases = await openCases(session, name);
  const crypto = createCrypto();
  const loadConfig = configReader(options.configRoot ?? cases.folder, { crypto });
  const replayer = createReplayer({ loadConfig, ports: { crypto } });
  const tally: Tally = { cases: 0, bad: 0, differing: 0 };
  const judge = options.check ? checked(replayer, cases, tally) : judged(replayer, tally);
  const whole = await pass(session, cases, judge);
  const { cases: count, bad, differing } = tally;
  if (options.check || bad > 0 || !whole) {
    const told = [
      `${count} cases`,
      ...(options.check ? [`${differing} differ`] : []),
      ...(bad > 0 ? [`${bad} bad lines (bad-lines)`] : []),
    ];
    await session.io.stderr.write(
      `why401: ${told.join(', ')}${whole ? '' : '; interrupted: the output is incomplete'}\n`,
    );
  }
  return exitOf(tally);
};

interface Tally {
  cases: number;
  bad: number;
  differing: number;
}

/** One line in, what is printed for it out. */
type Judge = (line: string) => object | undefined;

const exitOf = ({ bad, differing }: Tally): ExitCode =>
  bad > 0 ? exitCodes.undecided : differing > 0 ? exitCodes.rejected : exitCodes.fine;

function judged(replayer: Replayer, tally: Tally): Judge {
  return (line) => {
    const output = replayer.line(line);
    tally.cases += 1;
    if ('error' in output) tally.bad += 1;
    return output;
  };
}

/** Only what differs is printed, with fingerprints in place of long values. */
function checked(replayer: Replayer, { orderFree }: Cases, tally: Tally): Judge {
  const crypto = createCrypto();
  return (line) => {
    tally.cases += 1;
    const read = readCase(line);
    const replayed = read.ok ? replayer.replay(read.value) : read.bad;
    const observed = read.ok ? read.value.observed : undefined;
    if ('error' in replayed || !read.ok || observed === undefined) {
      tally.bad += 1;
      return 'error' in replayed
        ? replayed
        : { id: read.ok ? read.value.id : undefined, error: 'nothing was observed' };
    }
    const { id, kong } = read.value;
    const differences = compareObserved(replayed.output, observed, { crypto, orderFree: orderFree.has(id) });
    if (differences.length === 0) return undefined;
    tally.differing += 1;
    return { id, kong, differences };
  };
}

/** @returns false where a signal ended it before the last line */
async function pass({ io }: Session, cases: Cases, judge: Judge): Promise<boolean> {
  let batch = '';
  let turn = performance.now();
  for await (const lines of lineGroups(cases.chunks)) {
    for (const line of lines) {
      if (line.trim() === '') continue;
      const output = judge(line);
      if (output !== undefined) batch += `${stringifyDeep(output)}\n`;
      if (batch.length >= BATCH) {
        await io.stdout.write(batch);
        batch = '';
      }
      if (performance.now() - turn < TURN_MS) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (io.interrupted.aborted) break;
      turn = performance.now();
    }
    if (io.interrupted.aborted) break;
  }
  await io.stdout.write(batch);
  return !io.interrupted.aborted;
}
