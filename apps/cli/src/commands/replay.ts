import { compareObserved, createReplayer, type Replayer, readCase } from '@why401/kong/replay';
import { createCrypto } from '@why401/node/crypto';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Cases, configReader, openCases } from '../input/cases.ts';
import { judgeLines } from '../input/judge-lines.ts';
import type { Verb } from '../session.ts';

export interface ReplayOptions {
  readonly configRoot?: string;
  readonly check?: boolean;
}

export const replay: Verb<ReplayOptions> = async (session, [name = '-'], options) => {
  const cases = await openCases(session, name);
  const crypto = createCrypto();
  const loadConfig = configReader(options.configRoot ?? cases.folder, { crypto });
  const replayer = createReplayer({ loadConfig, ports: { crypto } });
  const tally: Tally = { cases: 0, bad: 0, differing: 0 };
  const judge = options.check ? checked(replayer, cases, tally) : judged(replayer, tally);
  const whole = await judgeLines(session.io, cases.chunks, judge);
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
