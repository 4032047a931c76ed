import { stringifyDeep } from '@why401/core/report';
import type { Io } from '../io.ts';
import { lineGroups } from './lines.ts';

/** How long the lines are worked on before a signal gets a turn, in milliseconds. */
const TURN_MS = 50;
const BATCH = 65_536;

/**
 * Prints, for each line that is not blank, what `judge` makes of it, as a line of JSON; nothing where it makes nothing.
 * @returns false where a signal ended it before the last line
 */
export async function judgeLines(
  io: Io,
  chunks: AsyncIterable<Uint8Array>,
  judge: (line: string) => object | undefined,
): Promise<boolean> {
  let batch = '';
  let turn = performance.now();
  for await (const lines of lineGroups(chunks)) {
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
