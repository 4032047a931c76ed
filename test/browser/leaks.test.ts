import { mintKey, mintToken } from '@why401/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, drop, example, launch, openFolds, paste, serve, visit } from './stage.ts';

/** The names and values of everything that a browser could have kept. */
const stored = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const kept: Record<string, string> = { cookie: document.cookie, name: window.name, state: String(history.state) };
    for (const [where, store] of Object.entries({ local: localStorage, session: sessionStorage }))
      for (let at = 0; at < store.length; at++) {
        const key = store.key(at) ?? '';
        kept[`${where} ${key}`] = store.getItem(key) ?? '';
      }
    for (const { name } of await indexedDB.databases()) kept[`database ${name}`] = '';
    for (const name of await caches.keys()) kept[`cache ${name}`] = '';
    return kept;
  });

describeInBrowser('what stays behind', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  const lines: string[] = [];
  beforeAll(async () => {
    browser = await launch();
    server = await serve({ log: (line) => void lines.push(line) });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('is at most the theme, the zone and the shortcut switch: no token, no secret, in no store and no address', async () => {
    const { page, context, trouble } = await visit(browser, server.address);
    const key = mintKey('RS256', { kid: 'a1' });
    const token = mintToken({
      header: { alg: 'RS256', kid: 'a1' },
      claims: { iss: 'x', sub: 'canary-of-a-claim' },
      key,
    });
    const signature = token.split('.')[2] ?? '';
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') }, { name: 'key.pem', text: key.publicPem });
    await paste(page, `curl https://api.shop.example/orders/7 -H 'Authorization: Bearer ${token}'`);
    await page.locator('.same-as').waitFor();
    for (const view of ['token', 'timeline', 'files', 'why']) {
      await page.locator(`#view-${view}`).click();
      await openFolds(page);
      const shown = await page.evaluate(() => document.body.innerHTML);
      expect(shown.includes(signature.slice(0, 16))).toBe(false);
    }
    await Promise.all([page.waitForEvent('download'), page.locator('#share-explained-html').click()]);
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('t');
    await page.locator('#zone').selectOption({ index: 0 });
    await page.keyboard.press('?');
    await page.locator('#shortcuts').uncheck();

    const kept = await stored(page);
    const stores = Object.keys(kept).filter((name) => name.startsWith('local') || name.startsWith('session'));
    expect(stores.length).toBeLessThanOrEqual(3);
    for (const name of stores) expect(name).toMatch(/^local why401-(theme|zone|shortcuts)$/);
    expect(Object.keys(kept).filter((name) => /^(database|cache)/.test(name))).toEqual([]);
    const everything = [...Object.values(kept), ...trouble.requests, page.url(), ...lines].join('\n');
    for (const canary of [signature.slice(0, 16), 'canary-of-a-claim', server.secret])
      expect(everything.includes(canary)).toBe(false);
    expect(await context.cookies()).toEqual([]);
    expect(
      trouble.requests.every((request) =>
        /^(GET \S+\/(app\.(js|css))?|POST \S+\/api\/\w+|GET blob:\S+)$/.test(request),
      ),
    ).toBe(true);
    expect(trouble.requests.some((request) => request.startsWith('POST'))).toBe(true);
    await context.close();
  });

  it('would be seen in each store', async () => {
    const { page, context } = await visit(browser, server.address);
    await context.addCookies([{ name: 'c', value: 'canary', url: server.url }]);
    await page.evaluate(async () => {
      localStorage.setItem('a', 'canary');
      sessionStorage.setItem('b', 'canary');
      window.name = 'canary';
      await caches.open('canary');
      await new Promise((resolve) => {
        indexedDB.open('canary').onsuccess = resolve;
      });
    });
    const kept = await stored(page);
    expect(Object.entries(kept).filter(([name, value]) => `${name}${value}`.includes('canary'))).toHaveLength(6);
    await context.close();
  });

  it('is kept where a person chose it, and nothing else comes back', async () => {
    const { page, context } = await visit(browser, server.address);
    await page.locator('#theme').click();
    await page.locator('#theme').click();
    await page.reload();
    await page.locator('#box').waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(Object.keys(await stored(page)).filter((name) => name.startsWith('local'))).toEqual(['local why401-theme']);
    await context.close();
  });

  it('is nothing where the browser forbids to keep anything', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: refuse });
    });
    const page = await context.newPage();
    await page.goto(server.address);
    await page.locator('#theme').click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await context.close();
  });
});
