import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Serving, serve } from '../e2e/serving.ts';
import { describeInBrowser, launch } from './stage.ts';

/** Stands in for a browser: says what it was asked to open, and goes on running as one does. */
const STAND_IN = '#!/bin/sh\nprintf %s "$1" > "$0.asked"\nexec sleep 60\n';

describeInBrowser('the file that serve writes for a browser', () => {
  let browser: Browser;
  let folder: string;
  let serving: Serving;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'why401-stand-in-'));
    const program = join(folder, 'browser');
    writeFileSync(program, STAND_IN);
    chmodSync(program, 0o755);
    browser = await launch();
    serving = await serve([], { BROWSER: program });
    file = await vi.waitFor(
      () => {
        const asked = readFileSync(`${program}.asked`, 'utf8');
        expect(asked).toMatch(/\.html$/);
        return asked;
      },
      { timeout: 10_000 },
    );
  });
  afterAll(async () => {
    await browser?.close();
    serving?.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (address: string) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForURL(/^http:/);
    return { page, close: () => context.close() };
  };

  it('is named to the browser instead of the secret, and is its owner’s alone', () => {
    expect(file.includes(serving.secret)).toBe(false);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('opens the page, which is connected, and leaves nothing in the address', async () => {
    const { page, close } = await open(`file://${file}`);
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    expect(page.url()).toBe(`${serving.url}/`);
    expect(await page.locator('.connection p').count()).toBe(0);
    await close();
  });

  it('opens it once: whoever finds the file later is refused', async () => {
    const { page, close } = await open(`file://${file}`);
    expect(await page.locator('body').textContent()).toContain('fetch-site-not-ours');
    expect(await page.locator('#box').count()).toBe(0);
    await close();
  });

  it('is gone with the server', async () => {
    expect(await serving.stop()).toBe(130);
    expect(existsSync(file)).toBe(false);
  });
});
