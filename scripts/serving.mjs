// Runs the built `why401 serve` and a browser on its page: for pictures and measurements.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium.mjs';

/** @returns undefined where there is no browser */
export async function openPage() {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const child = spawn(process.execPath, ['apps/cli/dist/main.cjs', 'serve', '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: CHROMIUM_FLAGS });
  return {
    address: text.trim(),
    browser,
    close: async () => {
      await browser.close();
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}
