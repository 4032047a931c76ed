import { fstatSync, statSync, writeSync } from 'node:fs';
import type { Output } from './io.ts';

/**
 * Standard output (1) or error (2). A file or a pipe is written to directly: Node's own stream would
 * cost every start a twentieth. A terminal, and a pipe that takes nothing more just now, gets the stream.
 * @param failed told the system's code, `EPIPE` among them
 */
export function standardOutput(descriptor: 1 | 2, failed: (code: string) => void): Output {
  const stream = (): NodeJS.WriteStream => {
    const opened = descriptor === 1 ? process.stdout : process.stderr;
    if (opened.listenerCount('error') === 0) opened.on('error', (error) => failed(codeOf(error)));
    return opened;
  };
  const terminal = mayBeTerminal(descriptor) && stream().isTTY ? stream() : undefined;
  let streamed = terminal !== undefined;
  return {
    isTerminal: terminal !== undefined,
    columns: terminal?.columns,
    async write(text) {
      const bytes = new TextEncoder().encode(text);
      const written = streamed ? 0 : writeDirectly(descriptor, bytes, failed);
      if (written === bytes.length) return;
      // Once the stream has something in hand, everything goes through it: the order must stay.
      streamed = true;
      await new Promise<void>((resolve) => stream().write(bytes.subarray(written), () => resolve()));
    },
  };
}

/** @returns how much the file or pipe took before it was full */
function writeDirectly(descriptor: number, bytes: Uint8Array, failed: (code: string) => void): number {
  let at = 0;
  try {
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EAGAIN') return at;
    failed(code);
    return bytes.length;
  }
  return at;
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');

/** To ask whether it is a terminal loads the streams; files, pipes and the null device cannot be one. */
function mayBeTerminal(descriptor: number): boolean {
  if (process.platform === 'win32') return true;
  try {
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== statSync('/dev/null').rdev;
  } catch {
    return true;
  }
}
