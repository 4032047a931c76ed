import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Report, toText } from '@why401/core/report';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { why401 } from '../e2e/why401.ts';
import { sidewaysScroll, violations } from './axe.ts';
import { PAYLOADS } from './payloads.ts';
import { describeInBrowser, drop, launch, openFolds, paste, type Scene, serve, visit } from './stage.ts';

const SERVICES = `_format_version: "3.0"
services:
- name: orders
  url: http://orders.internal/base
  plugins:
  - name: jwt
    config: {claims_to_verify: [exp]}
  routes:
  - name: orders-v1
    paths: [/orders]
  - name: orders-v2
    paths: [/orders/v2]
    headers: {X-Tenant: [blue]}
    plugins:
    - name: jwt
  - name: elsewhere
    hosts: [other.example]
`;
const GLOBAL = `_format_version: "3.0"
plugins:
- name: jwt
- name: cors
  enabled: false
consumers:
- username: alice
  keyauth_credentials: [{key: k}]
  jwt_secrets: [{key: a, secret: s}, {key: b, secret: t}]
`;
const REFUSED = `_format_version: "3.0"
services:
- name: broken
  url: http://broken.internal
  routes:
  - name: r
    paths: [/r]
    no_such_field: 1
`;

describeInBrowser('the configuration view', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let scene: Scene;
  let folder: string;
  beforeAll(async () => {
    browser = await launch();
    server = await serve();
    folder = mkdtempSync(join(tmpdir(), 'why401-configuration-view-'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    scene = await visit(browser, server.address, options);
    await scene.page.locator('#clear').click();
    await scene.page.locator('#view-configuration').click();
    return scene.page;
  };
  const load = async (page: Page, ...files: readonly { name: string; text: string }[]): Promise<void> => {
    await drop(page, ...files);
    await page
      .locator('.chip')
      .nth(files.length - 1)
      .waitFor();
  };
  const both = (page: Page) =>
    load(page, { name: 'services.yaml', text: SERVICES }, { name: 'global.yaml', text: GLOBAL });
  const closed = async (): Promise<void> => {
    expect(scene.trouble).toMatchObject({ executed: [], violations: [], errors: [] });
    await scene.context.close();
  };
  const rows = (page: Page, table: string): Promise<readonly string[]> =>
    page
      .locator(`${table} tbody tr`)
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim()).join('|')),
      );
  const headline = (page: Page) => page.locator('.strip .headline');

  it('says what it wants while nothing is loaded', async () => {
    const page = await open();
    expect(await page.locator('.view').textContent()).toContain('decK files');
    await closed();
  });

  it('lists what stands in several files, with its place', async () => {
    const page = await open();
    await both(page);
    await page.locator('#entities-routes').waitFor();
    await expect
      .poll(() => page.locator('.folds summary').allTextContents())
      .toEqual(['Services (1)', 'Routes (3)', 'Plugins (4)', 'Consumers (1)']);
    await openFolds(page);
    const shown = await page.locator('.entities').textContent();
    for (const text of ['http://orders.internal:80/base', 'services.yaml:9', 'global.yaml:3', '2 jwt, 1 key-auth'])
      expect(shown).toContain(text);
    await page.locator('#entities-find').fill('V2');
    await expect
      .poll(() => page.locator('.folds summary').allTextContents())
      .toEqual(['Services (0 of 1)', 'Routes (1 of 3)', 'Plugins (1 of 4)', 'Consumers (0 of 1)']);
    await closed();
  });

  it('routes a typed request: every candidate, why each lost, and the plugins in their order', async () => {
    const page = await open();
    await both(page);
    await page.locator('#route-target').fill('/orders/v2/7');
    await expect.poll(() => headline(page).textContent()).toContain('Takes Route orders-v1');
    expect(await rows(page, '.routes')).toEqual([
      'orders-v1|taken|',
      expect.stringMatching(/^orders-v2\|no match\|headers\.X-Tenant wants blue, the request has nothing$/),
      expect.stringMatching(/^elsewhere\|no match\|hosts wants other\.example, the request has /),
    ]);
    expect(await rows(page, '.plugins')).toEqual([
      '1|jwt|service orders|runs|1450|services.yaml:6:5',
      expect.stringMatching(/^\|jwt\|global\|overridden.*\|\|global\.yaml:3:3$/),
      expect.stringMatching(/^\|cors\|global\|switched off.*\|2000\|global\.yaml:4:3$/),
    ]);
    await page.locator('#route-headers').fill('X-Tenant: blue');
    await expect.poll(() => headline(page).textContent()).toContain('Takes Route orders-v2');
    expect((await rows(page, '.routes'))[1]).toMatch(/^orders-v1\|outranked\|/);
    expect((await rows(page, '.plugins'))[0]).toBe('1|jwt|route orders-v2|runs|1450|services.yaml:15:7');
    await page.locator('#route-target').fill('nowhere');
    await expect.poll(() => headline(page).textContent()).toContain('Takes no Route');
    expect(await page.locator('.plugins').count()).toBe(0);
    await closed();
  });

  it('routes the request in the box, as the command line does', async () => {
    const page = await open();
    const curl = `curl 'http://api.example:8000/orders/v2/9?a=b' -H 'X-Tenant: blue' -H 'Authorization: Bearer secret-value'`;
    await both(page);
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/route'));
    await paste(page, curl);
    const told = (await (await answer).json()) as { readonly report: Report; readonly data: object };
    await expect.poll(() => headline(page).textContent()).toContain('Takes Route orders-v2');
    expect(await page.locator('#route-host').inputValue()).toBe('api.example:8000');
    expect(await page.locator('#route-headers').inputValue()).toBe('Accept: */*\nX-Tenant: blue\nAuthorization: …');
    expect(await page.locator('#view').textContent()).not.toContain('secret-value');
    const files = { 'services.yaml': SERVICES, 'global.yaml': GLOBAL, 'paste.txt': curl };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const command = (await page.locator('.same-as code').textContent())?.split(' ').slice(1) ?? [];
    expect(command).toEqual([
      'route',
      '--config',
      'services.yaml',
      '--config',
      'global.yaml',
      '--request',
      'paste.txt',
    ]);
    const [text, json] = [
      await why401([...command, '--color', 'never', '--width', '100'], { cwd: folder }),
      await why401([...command, '--json'], { cwd: folder }),
    ];
    expect(told.data).toEqual(JSON.parse(json.stdout));
    expect(toText(told.report, { width: 100, color: false, unicode: true }).trim()).toBe(text.stdout.trim());
    await page.locator('#route-target').fill('/other');
    await page.locator('#route-box').click();
    await expect.poll(() => page.locator('#route-target').inputValue()).toBe('/orders/v2/9?a=b');
    await closed();
  });

  it('says why Kong refuses the files, and routes nothing by them', async () => {
    const page = await open();
    await load(page, { name: 'refused.yaml', text: REFUSED });
    await expect.poll(() => headline(page).textContent()).toBe('Kong refuses this configuration: 1 reason');
    expect(await page.locator('.view table').first().textContent()).toContain('no_such_field');
    expect(await page.locator('#route-target').count()).toBe(0);
    await page.locator('#entities-routes').waitFor();
    await closed();
  });

  it('asks again under another version and flavor', async () => {
    const page = await open();
    await both(page);
    await page.locator('#route-target').fill('/orders');
    await expect.poll(() => page.locator('.strip .by').textContent()).toContain('traditional_compatible');
    await page.locator('#settings').click();
    await page.locator('#router-flavor').selectOption('traditional');
    await expect.poll(() => page.locator('.strip .by').textContent()).toMatch(/, traditional$/);
    await closed();
  });

  it('shows names and values of the files as text', async () => {
    const page = await open();
    const marks = async (...wanted: readonly string[]): Promise<readonly string[]> => {
      await openFolds(page);
      const shown = (await page.evaluate(() => document.body.textContent)) ?? '';
      return wanted.filter((mark) => !shown.includes(mark));
    };
    const configuration = (payload: string, path: string): string =>
      JSON.stringify({
        _format_version: '3.0',
        services: [
          {
            name: 'orders',
            url: 'http://orders.internal',
            routes: [{ name: 'orders', paths: [path], headers: { 'X-A': [`${payload}header-mark`] } }],
          },
        ],
        consumers: [{ username: `${payload}consumer-mark` }],
      });
    for (const payload of PAYLOADS) {
      await drop(page, { name: `${payload}file-mark.json`, text: configuration(payload, '/orders') });
      await page.locator('#entities-consumers').waitFor();
      await page.locator('#route-target').fill('/orders');
      await page.locator('#route-headers').fill(`X-A: ${payload}sent-mark`);
      await expect.poll(() => marks('header-mark', 'consumer-mark', 'file-mark', 'the request has')).toEqual([]);
      await drop(page, { name: `${payload}file-mark.json`, text: configuration(payload, `${payload}path-mark`) });
      await expect.poll(() => headline(page).textContent()).toContain('Kong refuses');
      await expect.poll(() => marks('path-mark', 'consumer-mark', 'file-mark')).toEqual([]);
      await page.locator('#clear').click();
      await page.locator('.chip').waitFor({ state: 'detached' });
    }
    await closed();
  }, 240_000);

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 320].map((width) => [colorScheme, width] as const)),
  )('axe finds nothing, and nothing scrolls sideways: %s, %i px', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const found = [...(await violations(page)).map((one) => `empty: ${one}`)];
    await both(page);
    await page.locator('#route-target').fill('/orders/v2');
    await page.locator('.plugins').waitFor();
    await openFolds(page);
    found.push(...(await violations(page)).map((one) => `routed: ${one}`));
    expect(await sidewaysScroll(page)).toBe(0);
    await page.locator('#clear').click();
    await load(page, { name: 'refused.yaml', text: REFUSED });
    await headline(page).waitFor();
    await openFolds(page);
    found.push(...(await violations(page)).map((one) => `refused: ${one}`));
    expect([found, await sidewaysScroll(page)]).toEqual([[], 0]);
    await closed();
  });

  it('is reached by its key, but not while somebody types', async () => {
    const page = await open();
    await both(page);
    await page.locator('#route-target').fill('/');
    await page.locator('#route-target').press('1');
    expect(await page.locator('#route-target').inputValue()).toBe('/1');
    await page.locator('#view-why').click();
    await page.keyboard.press('6');
    await page.locator('#route-target').waitFor();
    await closed();
  });
});
