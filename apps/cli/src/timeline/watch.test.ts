import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Io } from '../io.ts';
import { watch } from './watch.ts';

const START = 1_764_000_000_250;

function scene() {
  const controller = new AbortController();
  let screen = '';
  const output = {
    isTerminal: true,
    columns: 80,
    write: async (text: string) => {
      screen += text;
    },
  };
  const io: Io = {
    env: {},
    platform: 'linux',
    stdin: { isTerminal: true, chunks: async function* () {} },
    stdout: output,
    stderr: output,
    now: () => Date.now(),
    interrupted: controller.signal,
  };
  return { io, controller, written: () => screen };
}

const bells = (text: string): number => text.split('\x07').length - 1;

describe('watch', () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }));
  afterEach(() => void vi.useRealTimers());

  it('draws each second, on the second, and rings once when a token ends', async () => {
    const { io, controller, written } = scene();
    const drawn: number[] = [];
    const frameAt = (now: number) => {
      drawn.push(now);
      const accepted = new Set(now < START + 2000 ? ['A', 'B'] : ['B']);
      return { text: `frame ${drawn.length}\n`, accepted };
    };
    const ended = watch(io, () => Date.now(), frameAt);
    await vi.advanceTimersByTimeAsync(4000);
    expect(drawn).toEqual([START, START + 750, START + 1750, START + 2750, START + 3750]);
    expect(bells(written())).toBe(1);
    expect(written().indexOf('\x07')).toBeGreaterThan(written().indexOf('frame 4'));
    expect(written().indexOf('\x07')).toBeLessThan(written().indexOf('frame 5'));
    controller.abort(130);
    expect(await ended).toBe(130);
  });

  it.each([
    [130, 130],
    [143, 143],
  ])('leaves the terminal whole when it is ended by %d', async (reason, code) => {
    const { io, controller, written } = scene();
    const ended = watch(
      io,
      () => Date.now(),
      () => ({ text: 'x', accepted: new Set<string>() }),
    );
    await vi.advanceTimersByTimeAsync(100);
    expect(written().startsWith('\x1b[?1049h\x1b[?25l')).toBe(true);
    controller.abort(reason);
    expect(await ended).toBe(code);
    expect(written().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    expect(process.listenerCount('SIGTSTP')).toBe(0);
  });

  it('gives the terminal back while it is suspended', async () => {
    const { io, controller, written } = scene();
    const stop = vi.spyOn(process, 'kill').mockReturnValue(true);
    const ended = watch(
      io,
      () => Date.now(),
      () => ({ text: 'x', accepted: new Set<string>() }),
    );
    await vi.advanceTimersByTimeAsync(100);
    process.emit('SIGTSTP');
    await vi.advanceTimersByTimeAsync(0);
    expect(written().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
    expect(stop).toHaveBeenCalledWith(process.pid, 'SIGSTOP');
    process.emit('SIGCONT');
    expect(written().endsWith('\x1b[?1049h\x1b[?25l')).toBe(true);
    controller.abort(130);
    await ended;
    stop.mockRestore();
  });

  it('leaves the terminal whole when drawing fails', async () => {
    const { io, written } = scene();
    const broken = () => {
      throw new Error('no frame');
    };
    await expect(watch(io, () => Date.now(), broken)).rejects.toThrow('no frame');
    expect(written().endsWith('\x1b[?25h\x1b[?1049l')).toBe(true);
  });
});
