import {
  checkTable,
  createHopJudge,
  type Figures,
  type HopJudge,
  newFigures,
  readCase,
  tally,
  VIEWS,
  type View,
} from '@why401/hops/batch';
import type { Gateway } from '@why401/kong/config';
import type { LoadedConfig } from '@why401/kong/replay';
import { defaultVersion, readRelease } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { configReader, openCases } from '../input/cases.ts';
import { judgeLines } from '../input/judge-lines.ts';
import type { Session } from '../session.ts';

export interface BatchOptions {
  readonly cases: string;
  readonly check: boolean;
  readonly configRoot: string | undefined;
  readonly view: View | undefined;
}

/** Judges cases line by line, or compares the verdicts with what each line says to be true. */
export async function whoBatch(
  session: Session,
  { cases: name, check, configRoot, view }: BatchOptions,
): Promise<ExitCode> {
  const cases = await openCases(session, name);
  const judge = judgeFor(configRoot ?? cases.folder);
  const tallied: Tally = { cases: 0, bad: 0 };
  const figures = (view === undefined ? VIEWS : [view]).map((one) => [one, newFigures()] as const);
  const work = check ? checked(judge, figures, tallied) : judged(judge, view ?? 'all', tallied);
  const whole = await judgeLines(session.io, cases.chunks, work);
  if (check) await session.io.stdout.write(checkTable(figures));
  if (tallied.bad > 0 || !whole) {
    const left = whole ? '' : '; interrupted: the output is incomplete';
    await session.io.stderr.write(`why401: ${tallied.cases} cases, ${tallied.bad} bad lines (bad-lines)${left}\n`);
  }
  return tallied.bad > 0 ? exitCodes.undecided : exitCodes.fine;
}

interface Tally {
  cases: number;
  bad: number;
}

type Work = (line: string) => object | undefined;

function judged(judge: HopJudge, view: View, tallied: Tally): Work {
  return (line) => {
    const output = judge.line(line, view);
    tallied.cases += 1;
    if ('error' in output) tallied.bad += 1;
    return output;
  };
}

/** Prints only the lines that cannot be compared; the figures come at the end. */
function checked(judge: HopJudge, figures: readonly (readonly [View, Figures])[], tallied: Tally): Work {
  return (line) => {
    tallied.cases += 1;
    const read = readCase(line);
    if (read.ok && read.value.truth !== null) {
      for (const [view, sums] of figures) tally(sums, read.value, judge.judge(read.value, view), view);
      return undefined;
    }
    tallied.bad += 1;
    return read.ok ? { id: read.value.id, error: 'truth is not there' } : read.bad;
  };
}

function judgeFor(folder: string): HopJudge {
  const crypto = createCrypto();
  const read = configReader(folder, { crypto });
  return createHopJudge({
    ports: { crypto },
    loadConfig(path, kong) {
      const release = readRelease(kong ?? defaultVersion);
      const version = release.ok ? release.value.version : defaultVersion;
      const flavor = version === '2.8' ? 'traditional' : 'traditional_compatible';
      return gatewayOf(read(path, { version, flavor, keyLoads: () => undefined }));
    },
  });
}

/** A configuration that cannot be read is one that nobody gave. */
const gatewayOf = (loaded: LoadedConfig): Gateway | null => (loaded.kind === 'gateway' ? loaded.gateway : null);
