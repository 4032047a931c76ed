import { fail } from '../failure.ts';
import type { Io } from '../io.ts';
import { collect } from './files.ts';

/** Without a first byte for so long, people are told what is awaited, and CI is not kept waiting. */
export const PATIENCE_MS = 2_000;

/**
 * Reads standard input to its end.
 * @param awaited what the person should give: `a token`
 * @throws Failure `nothing-on-stdin`, `input-too-large`
 */
export async function readStdin(io: Io, awaited: string): Promise<Uint8Array> {
  const bytes = await collect(stdinChunks(io, awaited), 'Standard input');
  if (bytes.length === 0) nothing(`Standard input is empty; ${awaited} was expected.`);
  return bytes;
}

/** Standard input piece by piece. Says what is awaited where it has to wait. @throws Failure `nothing-on-stdin` */
export async function* stdinChunks(io: Io, awaited: string): AsyncIterable<Uint8Array> {
  const ci = isCi(io);
  if (io.stdin.isTerminal) {
    if (ci) nothing(`Standard input is a terminal, and CI is set: ${awaited} is not awaited.`);
    const end = io.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D';
    await io.stderr.write(`why401: paste ${awaited} here, then ${end} (why401 --help shows other ways).\n`);
  }
  const chunks = io.stdin.chunks()[Symbol.asyncIterator]();
  let first = chunks.next();
  const early = io.stdin.isTerminal || (await within(first, PATIENCE_MS));
  if (!early && ci) nothing(`Nothing came on standard input within ${PATIENCE_MS / 1000} s, and CI is set.`);
  if (!early) await io.stderr.write(`why401: waiting for ${awaited} on standard input …\n`);
  for (let next = await first; next.done !== true; next = await first) {
    yield next.value;
    first = chunks.next();
  }
}

async function within(event: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, ms, false);
  });
  const came = await Promise.race([event.then(() => true), late]);
  clearTimeout(timer);
  return came;
}

/** `CI=false` and an empty value count as not set. */
export const isCi = ({ env }: Io): boolean => !['', '0', 'false', undefined].includes(env['CI']);

const nothing = (message: string): never =>
  fail('nothing-on-stdin', message, 'Give a file name, @FILE or --token-env NAME, or pipe it in.');
