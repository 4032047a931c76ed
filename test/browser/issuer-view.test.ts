import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Report, toText } from '@why401/core/report';
import { mintKey, mintToken } from '@why401/testkit';
import { startProvider, type TestProvider } from '@why401/testkit/provider';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { why401 } from '../e2e/why401.ts';
import { sidewaysScroll, violations } from './axe.ts';
import { PAYLOADS } from './payloads.ts';
import { describeInBrowser, drop, launch, openFolds, paste, type Scene, serve, visit } from './stage.ts';

const METADATA = '/.well-known/openid-configuration';

describeInBrowser('the issuer view', () => {
  let browser: Browser;
  let provider: TestProvider;
  let server: Awaited<ReturnType<typeof serve>>;
  let scene: Scene;
  let folder: string;
  /** Paths that the provider was asked for. */
  const asked: string[] = [];
  let instead: string | undefined;
  /** It takes the question, and never answers. */
  let isSilent = false;

  beforeAll(async () => {
    browser = await launch();
    provider = await startProvider({
      instead: (request, response) => {
        asked.push(request.url ?? '');
        if (isSilent) return true;
        if (instead === undefined) return false;
        response.writeHead(200, { 'content-type': 'application/json' }).end(instead);
        return true;
      },
    });
    server = await serve({ fetch: { ca: [provider.authority.certificate] } });
    folder = mkdtempSync(join(tmpdir(), 'why401-issuer-view-'));
    writeFileSync(join(folder, 'ca.pem'), provider.authority.certificate);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await provider?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    asked.length = 0;
    instead = undefined;
    isSilent = false;
    scene = await visit(browser, server.address, options);
    await scene.page.locator('#view-issuer').click();
    await scene.page.locator('#clear').click();
    return scene.page;
  };
  const closed = async (): Promise<void> => {
    expect(scene.trouble).toMatchObject({ executed: [], violations: [], errors: [] });
    const own = new URL(server.url).host;
    expect(scene.trouble.requests.filter((one) => new URL(one.split(' ')[1] ?? '').host !== own)).toEqual([]);
    await scene.context.close();
  };
  const type = (page: Page, issuer: string) => page.locator('#issuer-url').fill(issuer);
  const press = (page: Page) => page.locator('#issuer-press').click();
  const askAll = async (page: Page, issuer: string): Promise<void> => {
    await type(page, issuer);
    await press(page);
    await page.locator('#issuer-press', { hasText: '/jwks' }).click();
    await page.locator('.part-candidates').waitFor();
  };

  it('shows the exact URL before anything is sent, and asks for that alone at a press', async () => {
    const page = await open();
    await type(page, provider.issuer);
    expect(await page.locator('#issuer-press').textContent()).toBe(`GET ${provider.issuer}${METADATA}`);
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await press(page);
    await page.locator('#issuer-press', { hasText: '/jwks' }).waitFor();
    expect(await page.locator('#issuer-press').textContent()).toBe(`GET ${provider.issuer}/jwks`);
    expect(asked).toEqual([METADATA]);
    await press(page);
    await page.locator('.part-candidates').waitFor();
    expect(asked).toEqual([METADATA, '/jwks']);
    await closed();
  });

  it('tells every stage in order with its time', async () => {
    const page = await open();
    await askAll(page, provider.issuer);
    const names = await page.locator('.stages .step-name').allTextContents();
    const fetched = ['DNS', 'TCP', 'TLS', 'HTTP', 'body'];
    expect(names).toEqual([...fetched, ...fetched, 'JSON', 'issuer', 'metadata', 'keys']);
    expect(await page.locator('.stages .step', { hasText: /TLSv1\.3.*\d ms/ }).count()).toBe(2);
    expect(await page.locator('.headline').textContent()).toBe('In good order');
    await closed();
  });

  it('says what the command line says', async () => {
    const page = await open();
    const answer = page.waitForResponse(async (response) => {
      if (!response.url().endsWith('/api/issuer')) return false;
      // Of a question that was given up there is no whole answer.
      const told = (await response.json().catch(() => ({}))) as Partial<Told>;
      return told.data?.keys.length === 1;
    });
    await askAll(page, `${provider.issuer}/`);
    const told = (await (await answer).json()) as Told;
    const args = [
      'issuer',
      `${provider.issuer}/`,
      '--ca',
      join(folder, 'ca.pem'),
      '--color',
      'never',
      '--width',
      '100',
    ];
    const [text, json] = [await why401(args), await why401([...args, '--json'])];
    expect(JSON.parse(timeless(JSON.stringify(told.data)))).toEqual(JSON.parse(timeless(json.stdout)));
    const printed = toText(told.report, { width: 100, color: false, unicode: true });
    expect(timeless(printed).trim()).toBe(timeless(text.stdout).trim());
    expect(text.code).toBe(1);
    await closed();
  });

  it('sets names that differ by a slash one above the other', async () => {
    const page = await open();
    await askAll(page, `${provider.issuer}/`);
    expect(await page.locator('.headline').textContent()).toMatch(/^1 error: The document was asked for as/);
    const aligned = page.locator('.aligned').first();
    expect(await aligned.getAttribute('aria-label')).toContain('slash at the end');
    await closed();
  });

  it('is led to by every token, and asks nobody by itself', async () => {
    const page = await open();
    const token = mintToken({ key: mintKey('ES256'), claims: { iss: provider.issuer } });
    await page.locator('#view-why').click();
    await paste(page, token);
    await page.locator('#fetch-issuer').click();
    expect(await page.locator('#issuer-url').inputValue()).toBe(provider.issuer);
    expect(await page.locator('#issuer-press').textContent()).toBe(`GET ${provider.issuer}${METADATA}`);
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    await closed();
  });

  it('judges dropped documents as the command line judges files', async () => {
    const page = await open();
    const metadata = JSON.stringify({
      issuer: 'https://idp.example',
      jwks_uri: 'http://idp.example/k',
      authorization_endpoint: 'https://idp.example/#a',
      response_types_supported: 'code',
    });
    const keys = JSON.stringify({ keys: [mintKey('RS256', { kid: 'a' }).publicJwk, { kty: 'XX', kid: 'b' }] });
    await drop(page, { name: 'metadata.json', text: metadata }, { name: 'jwks.json', text: keys });
    await page.locator('.part-candidates').waitFor();
    expect(await page.locator('.same-as code').textContent()).toBe(
      'why401 issuer --file metadata.json --jwks jwks.json',
    );
    writeFileSync(join(folder, 'metadata.json'), metadata);
    writeFileSync(join(folder, 'jwks.json'), keys);
    const args = ['issuer', '--file', join(folder, 'metadata.json'), '--jwks', join(folder, 'jwks.json'), '--json'];
    const { findings } = JSON.parse((await why401(args)).stdout) as {
      findings: { message: string; severity: string }[];
    };
    const shown = await page.locator('.view').textContent();
    expect(findings.length).toBeGreaterThan(3);
    expect(findings.filter(({ message, severity }) => severity === 'error' && !shown?.includes(message))).toEqual([]);
    expect(asked).toEqual([]);
    await closed();
  });

  it('names a failure, what Kong makes of it, and asks once more at a press', async () => {
    const page = await open();
    await type(page, 'https://localhost:9');
    await press(page);
    await page.locator('.strip').waitFor();
    expect(await page.locator('.headline').textContent()).toMatch(/^Not decided: /);
    expect(await page.locator('.stages .step.fail .step-name').textContent()).toBe('TCP');
    expect(await page.locator('.part-kong').textContent()).toContain('openid-connect');
    expect(await page.locator('#issuer-press').isEnabled()).toBe(true);
    await closed();
  });

  it('never asks a link-local address, and what a document names privately needs a word', async () => {
    const page = await open();
    await type(page, 'http://169.254.169.254/latest');
    await press(page);
    await expect.poll(() => page.locator('.headline').textContent()).toContain('never asked');
    await closed();
  });

  it.each(['', 'idp.example', 'ftp://idp.example', 'javascript:alert(1)', 'https://', 'https:// x'])(
    'has no button for %j',
    async (text) => {
      const page = await open();
      await type(page, text);
      expect(await page.locator('.presses button').count()).toBe(0);
      await closed();
    },
  );

  it('forgets with everything else', async () => {
    const page = await open();
    await askAll(page, provider.issuer);
    await page.locator('#clear').click();
    await expect.poll(() => page.locator('#issuer-url').inputValue()).toBe('');
    expect(await page.locator('.stages').count()).toBe(0);
    await closed();
  });

  it.each<[string, (page: Page) => Promise<void>, string]>([
    ['Clear', (page) => page.locator('#clear').click(), ''],
    ['another issuer', (page) => type(page, 'https://other.example'), 'https://other.example'],
  ])('stops waiting at %s, and nothing of it comes back', async (_, act, left) => {
    const page = await open();
    isSilent = true;
    await type(page, provider.issuer);
    await press(page);
    await expect.poll(() => asked).toEqual([METADATA]);
    await page.locator('.stages .step-name', { hasText: 'TLS' }).waitFor();
    expect(await page.locator('#issuer-press').isDisabled()).toBe(true);
    await act(page);
    await expect.poll(() => page.locator('#issuer-url').inputValue()).toBe(left);
    await page.waitForTimeout(500);
    expect(await page.locator('.stages, .strip').count()).toBe(0);
    await closed();
  });

  it('shows what documents say as text', async () => {
    const page = await open();
    for (const [at, payload] of PAYLOADS.entries()) {
      const text = JSON.stringify({
        issuer: `https://idp.example/${payload}issuer-mark`,
        jwks_uri: `${payload}uri-mark`,
        token_endpoint: payload,
        response_types_supported: [`${payload}list-mark`],
        [`${payload}name-mark`]: payload,
        [`${payload}`]: 'http://x',
      });
      const keys = JSON.stringify({ keys: [{ kty: `${payload}kty-mark`, kid: `kid-mark${payload}` }] });
      await drop(page, { name: `${payload}file-mark.json`, text }, { name: 'jwks.json', text: keys });
      await expect.poll(() => page.locator('.same-as').textContent()).toContain('file-mark');
      await page.locator('.part-candidates').waitFor();
      const shown = await page.evaluate(() => document.body.textContent);
      const missing = ['issuer-mark', 'uri-mark', 'kid-mark'].filter((mark) => !shown?.includes(mark));
      expect([at, missing]).toEqual([at, []]);
      await page.locator('#clear').click();
      await page.locator('.part-candidates').waitFor({ state: 'detached' });
    }
    await closed();
  }, 240_000);

  it('shows what a server says as text', async () => {
    const page = await open();
    instead = JSON.stringify({ issuer: PAYLOADS[1], jwks_uri: PAYLOADS[2], [PAYLOADS[0] ?? '']: 1 });
    await type(page, provider.issuer);
    await press(page);
    await page.locator('.findings').waitFor();
    expect(await page.locator('.view').textContent()).toContain(PAYLOADS[1]);
    await closed();
  });

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 320].map((width) => [colorScheme, width] as const)),
  )('axe finds nothing, and nothing scrolls sideways: %s, %i px', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const found = [...(await violations(page)).map((one) => `empty: ${one}`)];
    await askAll(page, `${provider.issuer}/`);
    await openFolds(page);
    found.push(...(await violations(page)).map((one) => `judged: ${one}`));
    expect(await sidewaysScroll(page)).toBe(0);
    await type(page, 'https://localhost:9');
    await press(page);
    await page.locator('.part-kong').waitFor();
    found.push(...(await violations(page)).map((one) => `failed: ${one}`));
    expect([found, await sidewaysScroll(page)]).toEqual([[], 0]);
    await closed();
  });

  it('is reached by its key, and Enter leads to the button', async () => {
    const page = await open();
    await page.locator('#view-why').click();
    await page.keyboard.press('5');
    await type(page, provider.issuer);
    await page.locator('#issuer-url').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('issuer-press');
    expect(asked).toEqual([]);
    await closed();
  });
});

interface Told {
  readonly report: Report;
  readonly data?: { readonly keys: readonly unknown[] };
}

/** Two exchanges never take as long as each other, and lines then break elsewhere. */
const timeless = (text: string): string =>
  text
    .replace(/"ms":\s*[\d.e-]+/g, '"ms":0')
    .replace(/\s+/g, ' ')
    .replace(/\b\d+(\.\d+)? ms/g, 'N ms');
