import { readFileSync } from 'node:fs';
import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { why401 } from '../e2e/why401.ts';
import {
  describeInBrowser,
  drop,
  EXAMPLES_NOW,
  example,
  examples,
  launch,
  paste,
  type Scene,
  serve,
  visit,
} from './stage.ts';

const key = mintKey('RS256', { kid: 'a1' });
const token = (claims: object): string =>
  mintToken({ header: { alg: 'RS256', kid: 'a1' }, claims: { iss: 'https://idp.example', ...claims }, key });

const ISSUER_DIFFERS = "401 Unauthorized: No jwt credential has the token's iss as its key.";

interface Told {
  readonly outcome: string;
  readonly reply: { readonly status: number; readonly reason: string } | null;
  readonly why: { readonly text: string };
}

describeInBrowser('the page', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let scene: Scene;
  const open = async (): Promise<Scene> => {
    scene = await visit(browser, server.address);
    return scene;
  };
  beforeAll(async () => {
    browser = await launch();
    server = await serve();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const headline = () => scene.page.locator('.strip .headline').first();
  const closed = async (): Promise<void> => {
    expect(scene.trouble).toMatchObject({ executed: [], violations: [], errors: [] });
    await scene.context.close();
  };

  /** Width in pixels of the narrowest part of a file that was shared. */
  const narrowest = async (content: string): Promise<number> => {
    const file = await scene.context.newPage();
    await file.setContent(content);
    const widths = await file.evaluate(() =>
      [...document.querySelectorAll('section > div')].map((part) => part.getBoundingClientRect().width),
    );
    await file.close();
    return Math.min(...widths);
  };

  it('takes the secret out of the address at once', async () => {
    const { page } = await open();
    expect(page.url() === `${server.url}/`).toBe(true);
    const whole = await page.evaluate(() => document.documentElement.outerHTML);
    expect(whole.includes(server.secret)).toBe(false);
    await closed();
  });

  it.each([0, 1, 2, 3, 4])('says of example %i what the command line says', async (at) => {
    const { page } = await open();
    await page.locator(`#example-${at}`).click();
    await page.locator('.same-as').first().waitFor();
    const { stdout } = await why401([...(examples[at]?.args ?? []), '--now', String(EXAMPLES_NOW), '--json']);
    const { outcome, reply, why } = JSON.parse(stdout.replaceAll('examples/kong.yaml', 'kong.yaml')) as Told;
    const status = outcome === 'proxied' ? 'Passed on' : `${reply?.status} ${reply?.reason}`;
    const sentence = why.text.replace(/:$/, '.');
    await expect.poll(() => headline().textContent()).toBe(`${status}: ${sentence}`);
    await closed();
  });

  it('explains a pasted command with a dropped configuration', async () => {
    const { page } = await open();
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
    await page.locator('.chip', { hasText: 'kong.yaml' }).waitFor();
    await paste(page, example('1-issuer-slash.curl.txt'));
    await expect.poll(() => headline().textContent()).toBe(ISSUER_DIFFERS);
    expect(await page.locator('.same-as').textContent()).toContain(
      'why401 explain --config kong.yaml --request paste.txt',
    );
    await closed();
  });

  it('shows every example, with its clock, and copies the cure', async () => {
    const { page } = await open();
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    expect(await headline().textContent()).toBe(ISSUER_DIFFERS);
    await page.locator('#copy-cure').click();
    await page.getByText('Copied').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      '+  - key: https://auth.pingone.example/1f2e6c1a/as/',
    );
    await page.getByRole('button', { name: 'Admin API' }).click();
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('c');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('curl -sX PATCH');
    for (let at = 0; at < 6; at++) {
      await page.locator('#clear').click();
      await page.locator('#view-why').click();
      await page.locator(`#example-${at}`).click();
      await page.locator('.same-as').first().waitFor();
    }
    await closed();
  });

  it('says of a bare token what each instance answers, and why', async () => {
    const { page } = await open();
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
    await page.locator('.chip').first().waitFor();
    await paste(page, token({ iss: 'https://auth.pingone.example/1f2e6c1a/as/', exp: NOW_SECONDS }));
    await page.locator('.verdict').first().waitFor();
    const said = await page.locator('.verdict .headline').allTextContents();
    expect(said.length).toBeGreaterThan(1);
    expect(said.filter((one) => !/^(\d{3} [A-Z]|Passed on).*: \S/.test(one))).toEqual([]);
    expect(await page.locator('.verdict .strip-text > .by').first().textContent()).toMatch(/^1 of \d+: jwt, route /);
    await closed();
  });

  it('gives the path the whole width where nothing is wrong', async () => {
    const { page } = await open();
    const text = JSON.stringify({
      _format_version: '3.0',
      services: [{ name: 's', url: 'http://s.internal', routes: [{ name: 'r', paths: ['/'] }] }],
    });
    await drop(page, { name: 'open.json', text });
    await page.locator('.chip').first().waitFor();
    await paste(page, 'curl https://api.example/');
    await page.locator('.strip.good').waitFor();
    expect(await page.locator('.columns .column').count()).toBe(1);
    await closed();
  });

  it('gives a redacted report to a ticket, by a download', async () => {
    const { page } = await open();
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    const signature = /eyJ[\w-]+\.[\w-]+\.([\w-]+)/.exec(example('1-issuer-slash.curl.txt'))?.[1] ?? 'none';
    for (const format of ['html', 'md', 'json']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`#share-explained-${format}`).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
      const content = readFileSync((await download.path()) ?? '', 'utf8');
      expect(content.includes('No jwt credential')).toBe(true);
      expect(content.includes(signature.slice(0, 16))).toBe(false);
      if (format === 'html') expect(await narrowest(content)).toBeGreaterThan(500);
    }
    await closed();
  });

  it('decodes at each key, and says what it found', async () => {
    const { page } = await open();
    await page.locator('#box').fill(token({ exp: NOW_SECONDS + 60, sub: 'typed' }));
    await expect.poll(() => page.locator('.strip').first().textContent()).toContain('RS256');
    expect(await page.locator('.view').textContent()).toContain('typed');
    await page.locator('#box').fill('');
    await page.locator('.welcome').waitFor();
    await closed();
  });

  it.each<[string, string, RegExp]>([
    [
      'a metadata document',
      '{"issuer":"https://idp.example","jwks_uri":"https://idp.example/k","response_types_supported":[]}',
      /metadata document of https:\/\/idp\.example/,
    ],
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----',
      /private key: nothing here needs one/,
    ],
    [
      'an answer',
      'HTTP/1.1 401 Unauthorized\r\nServer: kong/3.9.1\r\n\r\n{"message":"Invalid signature"}',
      /answer of a gateway, 401 Unauthorized/,
    ],
  ])('names %s', async (_, text, words) => {
    const { page } = await open();
    await paste(page, text);
    await expect.poll(() => page.locator('.known').textContent()).toMatch(words);
    await closed();
  });

  it('holds an answer against the prediction once the request is there', async () => {
    const { page } = await open();
    await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
    await paste(page, example('2-reply.txt'));
    await page.locator('#set-aside').click();
    await paste(page, example('2-wrong-algorithm.http'));
    await expect.poll(() => page.locator('.view').textContent()).toContain('The real reply is the predicted one.');
    await closed();
  });

  it('checks a signature with a key that is dropped', async () => {
    const { page } = await open();
    await drop(page, { name: 'key.pem', text: key.publicPem });
    await paste(page, token({ exp: Math.floor(Date.now() / 1000) + 600 }));
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('.view').textContent()).toContain('why401 verify');
    await expect.poll(() => page.locator('.strip.good .headline').textContent()).toBe('Signature valid · RS256');
    expect(await page.locator('.view').textContent()).not.toContain('not checked');
    await paste(
      page,
      mintToken({ header: { alg: 'RS256' }, claims: { sub: 'x' }, key: mintKey('RS256', { number: 1 }) }),
    );
    await expect.poll(() => page.locator('.strip.bad .headline').textContent()).toContain('Signature invalid');
    await closed();
  });

  it('moves the line of the timeline by mouse and by keys, and says what is then', async () => {
    const { page } = await open();
    await page.locator('#example-5').click();
    const handle = page.locator('#timeline-handle');
    await handle.waitFor();
    await expect.poll(() => handle.getAttribute('aria-valuetext')).toContain('14:10:00');
    await handle.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => handle.getAttribute('aria-valuetext')).toContain('14:11:00');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.timeline-words').textContent()).toContain('is expired');
    const box = await page.locator('svg.timeline').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 250, (box?.y ?? 0) + 60);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 330, (box?.y ?? 0) + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => handle.getAttribute('aria-valuetext')).toMatch(/14:0\d/);
    await page.locator('#timeline-table').click();
    expect(await page.locator('.timeline-part table').textContent()).toContain('RFC 7519');
    await closed();
  });

  it('lets one of twenty tokens be chosen', async () => {
    const { page } = await open();
    await paste(
      page,
      Array.from({ length: 20 }, (_, i) => token({ sub: `user-${i}`, exp: NOW_SECONDS + i })).join('\n'),
    );
    await page.locator('#token-choice').selectOption('17');
    await expect.poll(() => page.locator('.view').textContent()).toContain('user-17');
    await closed();
  });

  it('stays quick and whole with 5 MB, with binary, and refuses a file of 2 GB before it is read', async () => {
    const { page } = await open();
    await paste(page, `${'2026-01-15 GET /orders 401\n'.repeat(190_000)}${token({ sub: 'in the log' })}\n`);
    await expect.poll(() => page.locator('.found').textContent(), { timeout: 10_000 }).toContain('4.9 MiB');
    expect(await page.locator('#box').inputValue()).toBe('');
    expect(await page.locator('.view').textContent()).toContain('in the log');
    await paste(page, String.fromCharCode(...Array.from({ length: 4000 }, (_, i) => (i * 7) % 256)));
    await expect.poll(() => headline().textContent()).toContain('No token in it.');
    await page.evaluate(() => {
      const file = new File(['x'], 'huge.log');
      Object.defineProperty(file, 'size', { value: 2 * 1024 ** 3 });
      Object.defineProperty(file, 'slice', {
        value: () => {
          throw new Error('it was read');
        },
      });
      const data = { types: ['Files'], files: [file] };
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: data });
      document.body.dispatchEvent(event);
    });
    await expect.poll(() => page.locator('.notes').textContent()).toContain('huge.log has 2 GiB and was not read');
    await closed();
  });

  it('forgets on Clear, and tells the server', async () => {
    const { page } = await open();
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    await page.locator('#clear').click();
    await page.locator('.welcome').waitFor();
    expect(await page.locator('#box').inputValue()).toBe('');
    expect(await page.locator('.chip').count()).toBe(0);
    const answered = await fetch(`${server.url}/api/explain`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-why401-secret': server.secret },
      body: JSON.stringify({ paste: example('1-issuer-slash.curl.txt'), zone: 'UTC', now: EXAMPLES_NOW }),
    });
    expect(await answered.text()).toContain('no-config');
    await closed();
  });

  it('forgets on a reload, and still decodes', async () => {
    const { page } = await open();
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    await page.reload();
    await page.locator('.connection', { hasText: 'Not connected' }).waitFor();
    expect(await page.locator('#box').inputValue()).toBe('');
    await paste(page, token({ sub: 'after the reload' }));
    await expect.poll(() => page.locator('.view').textContent()).toContain('after the reload');
    await closed();
  });

  it('goes on decoding while the server is away', async () => {
    const own = await serve();
    scene = await visit(browser, own.address);
    const { page } = scene;
    await page.locator('#example-0').click();
    await page.locator('#copy-cure').waitFor();
    await own.close();
    await paste(page, token({ sub: 'alone' }));
    await page.locator('.connection', { hasText: 'Not connected' }).waitFor();
    await expect.poll(() => page.locator('.view').textContent()).toContain('alone');
    await closed();
  });

  it('acts on single keys outside of fields only, and not when they are switched off', async () => {
    const { page } = await open();
    await page.locator('#box').fill('t');
    await page.locator('#box').press('3');
    expect(await page.locator('#view-why').getAttribute('aria-current')).toBe('page');
    await page.locator('#box').press('Escape');
    await page.keyboard.press('3');
    expect(await page.locator('#view-timeline').getAttribute('aria-current')).toBe('page');
    await page.keyboard.press('t');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.keyboard.press('?');
    await page.locator('#shortcuts').uncheck();
    await page.locator('#shortcuts').blur();
    await page.keyboard.press('1');
    expect(await page.locator('#view-timeline').getAttribute('aria-current')).toBe('page');
    await page.locator('#box').press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('box');
    await closed();
  });

  it('says the verdict to those who listen', async () => {
    const { page } = await open();
    await page.locator('#example-1').click();
    await expect
      .poll(() => page.locator('#live').textContent())
      .toMatch(/^401 Unauthorized: The credential is for HS256/);
    expect(await page.locator('#live').getAttribute('aria-live')).toBe('polite');
    await closed();
  });

  it('works in two tabs at once', async () => {
    const first = await open();
    const second = await visit(browser, server.address);
    for (const { page } of [first, second]) {
      await page.locator('#example-0').click();
      await page.locator('#copy-cure').waitFor();
    }
    await second.context.close();
    await closed();
  });
});
