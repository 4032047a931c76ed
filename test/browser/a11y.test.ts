import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launch, openFolds, paste, serve, visit } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
}

/** What axe holds against the page as it stands, folds open; best practices included. */
async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const found = await axe.run({ resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const LONG = `https://auth.example/${'a-very-long-tenant-name/'.repeat(8)}`;

/** Every state of the page that looks different. */
const STATES: readonly (readonly [name: string, bring: (page: Page) => Promise<void>])[] = [
  ['empty', async (page) => page.locator('#example-0').waitFor()],
  ['help', async (page) => page.locator('#help-button').click()],
  ...[0, 2, 3].map(
    (at) =>
      [
        `example ${at}`,
        async (page: Page) => {
          await page.locator(`#example-${at}`).click();
          await page.locator('.same-as').first().waitFor();
        },
      ] as const,
  ),
  [
    'timeline',
    async (page) => {
      await page.locator('#example-5').click();
      await page.locator('.same-as').waitFor();
    },
  ],
  [
    'token',
    async (page) => {
      await page.locator('#example-0').click();
      await page.locator('#copy-cure').waitFor();
      await page.locator('#view-token').click();
      await page.locator('.strip').first().waitFor();
    },
  ],
  [
    'files',
    async (page) => {
      await page.locator('#example-0').click();
      await page.locator('#copy-cure').waitFor();
      await page.locator('#view-files').click();
    },
  ],
  [
    'not connected, a long request without a token',
    async (page) => {
      await page.reload();
      await page.locator('.connection p').waitFor();
      await paste(page, `curl ${LONG} -H 'X-Long: ${'x'.repeat(300)}'`);
    },
  ],
];

describeInBrowser('for everybody', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    browser = await launch();
    server = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 320].map((width) => [colorScheme, width] as const)),
  )(
    'axe finds nothing, and nothing scrolls sideways: %s, %i px',
    async (colorScheme, width) => {
      const found: string[] = [];
      for (const [name, bring] of STATES) {
        const options = { colorScheme, viewport: { width, height: 800 }, bypassCSP: false };
        const { page, context } = await visit(browser, server.address, options);
        await bring(page);
        await openFolds(page);
        found.push(...((await sidewaysScroll(page)) > 0 ? [`${name}: scrolls sideways`] : []));
        await page.evaluate(AXE);
        found.push(...(await violations(page)).map((one) => `${name}: ${one}`));
        await context.close();
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  it('sees what is wrong where something is', async () => {
    const { page, context } = await visit(browser, server.address);
    await page.evaluate(() => document.body.append(document.createElement('button'), document.createElement('img')));
    await page.evaluate(AXE);
    expect((await violations(page)).map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining(['button-name', 'image-alt']),
    );
    await context.close();
  });

  it('prints everything open, and closes it again', async () => {
    const { page, context } = await visit(browser, server.address);
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    const open = () => page.locator('details[open]').count();
    const [all, before] = [await page.locator('details').count(), await open()];
    // In one go, as a browser prints: what is made by a later event is not on the paper.
    const printed = await page.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const folds = [...document.querySelectorAll('details')];
      return folds.map((fold) => fold.open && (fold.querySelector('.fold-body')?.childNodes.length ?? 0) > 0);
    });
    expect(printed.length).toBeGreaterThanOrEqual(all);
    expect(printed).not.toContain(false);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await open()).toBe(before);
    await context.close();
  });

  it('has names that stand once, for every view', async () => {
    const { page, context } = await visit(browser, server.address);
    await page.locator('#example-3').click();
    await page.locator('.same-as').first().waitFor();
    await openFolds(page);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    await context.close();
  });
});
