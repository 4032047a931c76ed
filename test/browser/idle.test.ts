import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, drop, EXAMPLES_NOW, example, launch, paste, serve, visit } from './stage.ts';

const IDLE_MS = 15 * 60_000;

/** Loads the page anew: its timers are those of a clock that only we move. */
async function underOurClock(page: Page, address: string): Promise<void> {
  await page.clock.install();
  await page.goto('about:blank');
  await page.goto(address);
}

describeInBrowser('without use', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  it('the page forgets after 15 minutes, and not before', async () => {
    const server = await serve();
    const { page, context, trouble } = await visit(browser, server.address);
    await underOurClock(page, server.address);
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
    await page.locator('.chip').waitFor();
    await paste(page, example('1-issuer-slash.curl.txt'));
    await page.clock.runFor(1000);
    await page.locator('#copy-cure').waitFor();
    await page.clock.runFor(IDLE_MS - 60_000);
    expect(await page.locator('#box').inputValue()).not.toBe('');
    await page.keyboard.press('Shift');
    await page.clock.runFor(IDLE_MS - 60_000);
    expect(await page.locator('#box').inputValue()).not.toBe('');
    await page.clock.runFor(60_000);
    await page.locator('.welcome').waitFor();
    expect(await page.locator('#box').inputValue()).toBe('');
    expect(await page.locator('.chip').count()).toBe(0);
    await expect.poll(() => page.locator('#live').textContent()).toContain('forgotten after 15 minutes');
    await expect.poll(() => trouble.requests.join()).toContain('/api/clear');
    await context.close();
    await server.close();
  });

  it('the server forgets too, and a page that is used keeps it from doing so', async () => {
    const server = await serve({ idleMs: 1500 });
    const { page, context } = await visit(browser, server.address);
    await underOurClock(page, server.address);
    const ask = () =>
      fetch(`${server.url}/api/explain`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-why401-secret': server.secret },
        body: JSON.stringify({ paste: example('1-issuer-slash.curl.txt'), zone: 'UTC', now: EXAMPLES_NOW }),
      }).then((answer) => answer.text());
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
    await page.locator('.chip').waitFor();
    for (let i = 0; i < 5; i += 1) {
      await page.waitForTimeout(600);
      await page.clock.runFor(61_000);
      await page.keyboard.press('Shift');
    }
    expect(await ask()).toContain('No jwt credential');
    await page.waitForTimeout(2500);
    expect(await ask()).toContain('no-config');
    await context.close();
    await server.close();
  });
});
