import { stringifyDeep } from '@why401/core/report';
import { lintBatch } from '@why401/kong/lint';
import { createCrypto } from '@why401/node/crypto';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { openCases, textReader } from '../input/cases.ts';
import { lineGroups } from '../input/lines.ts';
import type { Session } from '../session.ts';
import type { LintOptions } from './options.ts';

/** One line in, one line out, in their order. Exit code 1 where one is refused, 2 where one cannot be read. */
export async function lintLines(session: Session, name: string, options: LintOptions): Promise<ExitCode> {
  const { chunks, folder } = await openCases(session, name);
  const { kongVersion: version, routerFlavor: flavor, form, configRoot = folder } = options;
  const read = { version, flavor, form, readConfig: textReader(configRoot) };
  const crypto = createCrypto();
  const tally = { accepted: 0, refused: 0, bad: 0 };
  for await (const lines of lineGroups(chunks)) {
    let output = '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      const answer = lintBatch(line, read, { crypto });
      tally[answer.outcome] += 1;
      output += `${stringifyDeep(answer.output)}\n`;
    }
    await session.io.stdout.write(output);
    await new Promise((resolve) => setImmediate(resolve));
    if (session.io.interrupted.aborted) break;
  }
  const { accepted, refused, bad } = tally;
  await session.tell(`${accepted} accepted, ${refused} refused${bad > 0 ? `, ${bad} bad lines (bad-lines)` : ''}`);
  return bad > 0 ? exitCodes.undecided : refused > 0 ? exitCodes.rejected : exitCodes.fine;
}
