import type { Io, Output } from '../io.ts';
import { main } from '../usage/index.ts';

export interface Scene {
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: string;
  /** What comes on standard input; absent: nothing ever comes. */
  readonly stdin?: string | Uint8Array;
  readonly stdinIsTerminal?: boolean;
  /** Columns of the terminal that standard output is; absent: it is a file. */
  readonly terminal?: number;
}

export interface Played {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The instant at which every fake scene plays: 2025-11-24T16:00:00Z. */
export const sceneTime = 1_764_000_000_000;

/** Runs the program without a process. */
export async function play(argv: readonly string[], scene: Scene = {}): Promise<Played> {
  const { io, written } = fakeIo(scene);
  const code = await main(argv, io);
  return { code, ...written() };
}

export function fakeIo(scene: Scene = {}): { io: Io; written(): { stdout: string; stderr: string } } {
  const texts = { stdout: '', stderr: '' };
  const output = (name: keyof typeof texts): Output => ({
    isTerminal: scene.terminal !== undefined,
    columns: scene.terminal,
    write: async (text) => {
      texts[name] += text;
    },
  });
  const io: Io = {
    env: scene.env ?? {},
    platform: scene.platform ?? 'linux',
    stdin: { isTerminal: scene.stdinIsTerminal ?? false, chunks: () => stdinOf(scene.stdin) },
    stdout: output('stdout'),
    stderr: output('stderr'),
    now: () => sceneTime,
    interrupted: new AbortController().signal,
  };
  return { io, written: () => ({ ...texts }) };
}

async function* stdinOf(given: string | Uint8Array | undefined): AsyncIterable<Uint8Array> {
  if (given === undefined) await new Promise<never>(() => {});
  else if (given.length > 0) yield typeof given === 'string' ? new TextEncoder().encode(given) : given;
}
