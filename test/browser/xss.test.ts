import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAYLOADS } from './payloads.ts';
import { describeInBrowser, drop, launch, openFolds, paste, type Scene, serve, visit } from './stage.ts';

const key = mintKey('RS256', { kid: 'a1' });

/** Where text from outside comes in. Each field carries a mark of its own, so that what is shown can be told. */
const FIELDS = [
  'claim-value',
  'claim-name',
  'kid',
  'iss',
  'header-parameter',
  'reply-body',
  'credential-key',
  'configuration-file',
  'key-file',
] as const;
type Field = (typeof FIELDS)[number];

const marked =
  (payload: string) =>
  (field: Field): string =>
    `${payload}${field}-mark`;

function tokenOf(of: (field: Field) => string): string {
  return mintToken({
    header: { alg: 'RS256', kid: of('kid'), note: of('header-parameter') },
    claims: { iss: of('iss'), [of('claim-name')]: 1, sub: of('claim-value'), exp: NOW_SECONDS },
    key,
  });
}

const configurationOf = (of: (field: Field) => string): string =>
  JSON.stringify({
    _format_version: '3.0',
    services: [
      {
        name: 'orders',
        url: 'http://orders.internal',
        routes: [{ name: 'orders', paths: ['/orders'] }],
        plugins: [{ name: 'jwt' }],
      },
    ],
    consumers: [
      {
        username: of('credential-key'),
        jwt_secrets: [{ key: `${of('credential-key')}`, algorithm: 'HS256', secret: 's' }],
      },
    ],
  });

const replyOf = (of: (field: Field) => string): string => {
  const body = JSON.stringify({ message: of('reply-body') });
  return `HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nServer: kong/3.9.1\r\n\r\n${body}`;
};

/** Brings one payload in by every field, and looks at every view with all folds open. @returns what was shown */
async function play(page: Page, payload: string): Promise<string> {
  const of = marked(payload);
  await drop(page, { name: `${of('configuration-file')}.json`, text: configurationOf(of) });
  await page.locator('.chip').first().waitFor();
  await drop(page, { name: `${of('key-file')}.pem`, text: key.publicPem });
  await page.locator('.chip').nth(1).waitFor();
  await paste(page, replyOf(of));
  await page.locator('#set-aside').click();
  await paste(page, `curl https://api.example/orders -H 'Authorization: Bearer ${tokenOf(of)}'`);
  await page.locator('.part-path').waitFor();
  let shown = '';
  for (const view of ['token', 'timeline', 'files', 'why']) {
    await page.locator(`#view-${view}`).click();
    if (view === 'why') await page.locator('.part-path').waitFor();
    await openFolds(page);
    shown += await page.evaluate(() => document.body.textContent);
  }
  return shown;
}

describeInBrowser('text from outside', () => {
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

  it('counts 40 payloads and 9 fields', () => expect([new Set(PAYLOADS).size, FIELDS.length]).toEqual([40, 9]));

  it('stays text: nothing of 40 payloads in 9 fields runs, and the policy has nothing to refuse', async () => {
    const scene: Scene = await visit(browser, server.address);
    const { page, trouble } = scene;
    const notShown: string[] = [];
    for (const payload of PAYLOADS) {
      const shown = await play(page, payload);
      notShown.push(
        ...FIELDS.filter((field) => !shown.includes(`${field}-mark`)).map((field) => `${payload}: ${field}`),
      );
      await page.locator('#clear').click();
      await page.locator('.welcome').waitFor();
    }
    expect(notShown).toEqual([]);
    expect(trouble).toMatchObject({ executed: [], violations: [], errors: [] });
    const own = new URL(server.url).host;
    expect(trouble.requests.filter((request) => new URL(request.split(' ')[1] ?? '').host !== own)).toEqual([]);
    await scene.context.close();
  }, 300_000);

  it('would run, were markup made of it and the policy not there', async () => {
    const open = await serve({ headers: {} });
    const scene = await visit(browser, open.address);
    await scene.page.evaluate(() => {
      document.body.innerHTML = '<img src=x onerror="xss(\'markup\')">';
    });
    await expect.poll(() => scene.trouble.executed.join()).toBe('markup');
    await scene.context.close();
    await open.close();
  });

  it('has a net that sees a script run, and a policy that stops one', async () => {
    const scene = await visit(browser, server.address);
    await scene.page.evaluate(() => (globalThis as unknown as { xss(what: string): void }).xss('control'));
    const refused = await scene.page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x onerror=xss(1)>';
        return 'taken';
      } catch {
        return 'refused';
      }
    });
    expect(refused).toBe('refused');
    await scene.page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://evil.test/pixel';
      document.body.append(image);
    });
    await expect.poll(() => scene.trouble.violations.join()).toContain('img-src');
    expect(scene.trouble.executed).toEqual(['control']);
    await scene.context.close();
  });
});
