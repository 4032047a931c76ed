import type { Io } from '../io.ts';

const ENTER = '\x1b[?1049h\x1b[?25l';
const LEAVE = '\x1b[?25h\x1b[?1049l';
const HOME = '\x1b[H';
const END_OF_LINE = '\x1b[K';
const BELOW = '\x1b[J';
const BELL = '\x07';

/** The alternate screen of a terminal, and the way back from it. */
export interface Screen {
  draw(text: string, ring: boolean): Promise<void>;
  /** Shows the cursor and brings back what was on the terminal before; once is enough. */
  leave(): Promise<void>;
}

/** Enters it. Whatever ends the program by a signal, or suspends it, finds the terminal whole. */
export async function enterScreen({ stdout, interrupted, platform }: Io): Promise<Screen> {
  let inside = true;
  const leave = async (): Promise<void> => {
    if (!inside) return;
    inside = false;
    interrupted.removeEventListener('abort', onAbort);
    stopWatching();
    await stdout.write(LEAVE);
  };
  const onAbort = (): void => void leave();
  const stopWatching = platform === 'win32' ? (): void => {} : watchSuspension(stdout);
  interrupted.addEventListener('abort', onAbort);
  await stdout.write(ENTER);
  return {
    leave,
    async draw(text, ring) {
      if (!inside) return;
      const lines = text.replace(/\n$/, '').split('\n');
      await stdout.write(HOME + lines.map((line) => line + END_OF_LINE).join('\n') + BELOW + (ring ? BELL : ''));
    },
  };
}

/** Ctrl-Z gives the shell its screen back, `fg` takes it again. */
function watchSuspension(stdout: Io['stdout']): () => void {
  const suspend = (): void => {
    void stdout.write(LEAVE).then(() => process.kill(process.pid, 'SIGSTOP'));
  };
  const resume = (): void => void stdout.write(ENTER);
  process.on('SIGTSTP', suspend);
  process.on('SIGCONT', resume);
  return () => {
    process.off('SIGTSTP', suspend);
    process.off('SIGCONT', resume);
  };
}
