import { spawn } from 'node:child_process';
import type { Io } from '../io.ts';

type Machine = Pick<Io, 'env' | 'platform'>;

/** How long a command may take to say that it found no browser. */
const PATIENCE_MS = 1_500;

/** Commands that open a file in a browser, the likeliest first; none where nobody could see it. */
export function browserCommands({ env, platform }: Machine): readonly (readonly string[])[] {
  const chosen = (env['BROWSER'] ?? '').split(':').filter((name) => name !== '' && platform !== 'win32');
  if (chosen.length > 0) return chosen.map((name) => [name]);
  if (platform === 'darwin') return [['open']];
  if (platform === 'win32') return [['rundll32', 'url.dll,FileProtocolHandler']];
  if (env['WSL_DISTRO_NAME'] !== undefined) return [['wslview'], ['xdg-open']];
  // Without a screen `xdg-open` would start a browser for terminals, over our own output.
  const hasScreen = (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? [['xdg-open'], ['x-www-browser'], ['firefox'], ['chromium']] : [];
}

/** @returns whether a browser took the file */
export async function openBrowser(machine: Machine, file: string): Promise<boolean> {
  for (const [command = '', ...args] of browserCommands(machine)) if (await took(command, [...args, file])) return true;
  return false;
}

function took(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsHide: true });
    // A browser goes on; what only hands the file over ends at once, and says by its code whether it could.
    const timer = setTimeout(() => resolve(true), PATIENCE_MS);
    const settle = (taken: boolean): void => {
      clearTimeout(timer);
      resolve(taken);
    };
    child.once('error', () => settle(false)).once('exit', (code) => settle(code === 0));
    child.unref();
  });
}
