import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Report, toText } from '@why401/core/report';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { why401 } from '../e2e/why401.ts';
import { sidewaysScroll, violations } from './axe.ts';
import { PAYLOADS } from './payloads.ts';
import {
  type Dropped,
  describeInBrowser,
  drop,
  example,
  launch,
  openFolds,
  paste,
  type Scene,
  serve,
  visit,
} from './stage.ts';

const ID = 'e19a2a3278429b53071c9a38d298f875';
const OTHER = '0123456789abcdef0123456789abcdef';
const TOKEN = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(43)}`;
const INVALID = 'An invalid response was received from the upstream server';
const BODY = `{\n  "message":"${INVALID}",\n  "request_id":"${ID}"\n}`;
const RESPONSE = [
  'HTTP/1.1 502 Bad Gateway',
  'Server: nginx/1.22.1',
  'Content-Type: application/json; charset=utf-8',
  'X-Kong-Upstream-Latency: 43',
  'X-Kong-Proxy-Latency: 213',
  'Via: 1.1 kong/3.9.1',
  `X-Kong-Request-Id: ${ID}`,
  `Content-Length: ${BODY.length}`,
  '',
  BODY,
].join('\r\n');

const errorLine = (message: string, id = ID, second = 1, connection = 649): string =>
  `2026/11/24 20:48:0${second} [error] 15732#15732: *${connection} ${message}, client: 10.9.9.9, server: kong, request: "GET /orders?jwt=${TOKEN} HTTP/1.1", upstream: "http://10.0.0.7:8080/orders", host: "api.test", request_id: "${id}"\n`;
const CLOSED = 'upstream prematurely closed connection while reading response header from upstream';
const REFUSED = 'connect() failed (111: Connection refused) while connecting to upstream';
const ERROR_LOG = errorLine(CLOSED) + errorLine(CLOSED, ID, 2);

const ENTRY = `${JSON.stringify({
  request: { id: ID, method: 'GET', uri: `/orders?jwt=${TOKEN}`, url: 'http://api.test:8000/orders', size: 99 },
  response: { status: 502, size: 430, headers: { 'content-length': '126', server: 'kong/3.9.1' } },
  upstream_uri: '/orders',
  upstream_status: '502, 502',
  latencies: { kong: 213, proxy: 43, request: 257 },
  tries: [
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
    { ip: '10.0.0.7', port: 8080, state: 'failed', code: 502 },
  ],
  source: 'kong',
  service: { name: 'orders', host: '10.0.0.7', port: 8080, protocol: 'http', retries: 1 },
  started_at: 1795553281000,
})}\n`;

interface Told {
  readonly report: Report;
  readonly data: object;
}

describeInBrowser('the hops view', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serve>>;
  let scene: Scene;
  let folder: string;
  beforeAll(async () => {
    browser = await launch();
    server = await serve();
    folder = mkdtempSync(join(tmpdir(), 'why401-hops-view-'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (options: Parameters<typeof visit>[2] = {}): Promise<Page> => {
    scene = await visit(browser, server.address, options);
    await scene.page.locator('#clear').click();
    await scene.page.locator('#view-hops').click();
    return scene.page;
  };
  const closed = async (): Promise<void> => {
    expect(scene.trouble).toMatchObject({ executed: [], violations: [], errors: [] });
    await scene.context.close();
  };
  const headline = (page: Page) => page.locator('.strip .headline');
  const picture = (page: Page) => page.locator('.chain-picture');
  const shown = (page: Page, selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .textContent()
      .then((text) => text ?? '');
  const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const config: Dropped = { name: 'kong.yaml', text: example('kong.yaml') };
  /** The last answer of a route that comes while `act` is done and nothing more is asked. */
  const toldBy = async (page: Page, path: string, wanted: (told: Told) => boolean, act: () => Promise<void>) => {
    const answer = page.waitForResponse(async (response) => {
      if (!response.url().endsWith(path)) return false;
      const told = (await response.json().catch(() => ({}))) as Partial<Told>;
      return told.report !== undefined && wanted(told as Told);
    });
    await act();
    return (await (await answer).json()) as Told;
  };
  /** Runs the command that the page names, beside files of these names, and holds both answers together. */
  const sameAsCommand = async (
    page: Page,
    slot: string,
    told: Told,
    files: readonly Dropped[],
    more: string[] = [],
  ) => {
    const beside = mkdtempSync(join(folder, 'case-'));
    mkdirSync(beside, { recursive: true });
    for (const { name, text } of files) writeFileSync(join(beside, name), text);
    const line = await shown(page, `.command:has(#copy-command-${slot}) code`);
    const args = [...line.split(' ').slice(1), ...more];
    const text = await why401([...args, '--color', 'never', '--width', '100'], { cwd: beside });
    const json = await why401([...args, '--json'], { cwd: beside });
    expect(told.data).toEqual(JSON.parse(json.stdout));
    expect(toText(told.report, { width: 100, color: false, unicode: true }).trim()).toBe(text.stdout.trim());
    return line;
  };

  it('draws the chain of a pasted answer, and says what would make it surer', async () => {
    const page = await open();
    await paste(page, RESPONSE);
    await headline(page).waitFor();
    expect(await shown(page, '.headline')).toMatch(/^502 Bad Gateway, written by Kong/);
    expect(await picture(page).getAttribute('aria-label')).toContain('Kong answered');
    await page.getByRole('button', { name: 'Copy: Shell: Kong’s error.log' }).click();
    expect(await copied(page)).toBe(`grep -nF -- '${ID}' /usr/local/kong/logs/error.log`);
    await page.getByRole('button', { name: 'Copy: Splunk: Kong’s error.log' }).click();
    expect(await copied(page)).toMatch(new RegExp(`^index=\\* earliest=\\S+ .*"${ID}"$`));
    await closed();
  });

  it('marks the broken link once a log tells it; the table says the same', async () => {
    const page = await open();
    await paste(page, RESPONSE);
    await drop(page, { name: 'error.log', text: ERROR_LOG });
    await page.locator('#hops-chain').fill('f5,kong,orders');
    await expect.poll(() => shown(page, '.chain-picture')).toContain('f5');
    await expect.poll(() => shown(page, '.part-evidence')).toContain('error.log:1, 2 times');
    await expect
      .poll(() => picture(page).getAttribute('aria-label'))
      .toBe('Client – LB1 – Kong ✗ Server; Kong answered');
    expect(await page.locator('.chain-picture .cross').count()).toBe(1);
    await openFolds(page);
    const rows = await page
      .locator('.chain tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent)));
    expect(rows.find(([hop]) => hop === 'Kong')?.[2]).toBe('answered');
    expect(rows.filter((row) => row[3] === '✗ broke')).toHaveLength(1);
    expect(await shown(page, '.view')).not.toContain(TOKEN);
    await closed();
  });

  it('says what the command line says, for all that was given together', async () => {
    const page = await open();
    const files = [
      { name: 'error.log', text: ERROR_LOG },
      { name: 'kong.json', text: ENTRY },
    ];
    await drop(page, config);
    await page.locator('.chip').waitFor();
    await drop(page, ...files);
    await paste(page, RESPONSE);
    const told = await toldBy(
      page,
      '/api/hops',
      ({ data }) => JSON.stringify(data).includes('(f5)'),
      () => page.locator('#hops-chain').fill('f5,kong,orders'),
    );
    await expect.poll(() => shown(page, '#copy-command-rejected')).toBe('Copy');
    await expect.poll(() => shown(page, '.command:has(#copy-command-rejected) code')).toContain('--chain');
    const all = [...files, config, { name: 'paste.txt', text: RESPONSE }];
    const line = await sameAsCommand(page, 'rejected', told, all);
    expect(line).toBe('why401 who paste.txt error.log kong.json --config kong.yaml --chain f5,kong,orders');
    await closed();
  });

  it('goes on into explain where a plugin of Kong rejected', async () => {
    const page = await open();
    await drop(page, config);
    await page.locator('.chip').waitFor();
    const request = example('1-issuer-slash.curl.txt');
    const body = `{"message":"No credentials found for given 'iss'"}`;
    const answer = [
      'HTTP/1.1 401 Unauthorized',
      'Content-Type: application/json; charset=utf-8',
      'WWW-Authenticate: Bearer error="invalid_token"',
      `Content-Length: ${body.length}`,
      'X-Kong-Response-Latency: 1',
      'Server: kong/3.9.1',
      `X-Kong-Request-Id: ${ID}`,
      '',
      body,
    ].join('\r\n');
    await paste(page, answer);
    await expect.poll(() => shown(page, '.answer-notes')).toContain('the request (curl -v)');
    await page.locator('#set-aside').click();
    const told = await toldBy(
      page,
      '/api/hops',
      ({ report }) => report.sections.some(({ id }) => id.startsWith('explain-')),
      () => paste(page, request),
    );
    await expect.poll(() => shown(page, '.view')).toContain('slash at the end');
    await page.locator('#view-hops').focus();
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toContain('+  - key: https://auth.pingone.example/1f2e6c1a/as/');
    const files = [
      { name: 'answer.txt', text: answer },
      { name: 'paste.txt', text: request },
    ];
    await sameAsCommand(page, 'rejected', told, [...files, config]);
    await closed();
  });

  it('shows the change of a setting as Admin API and decK, each to be copied', async () => {
    const page = await open();
    await paste(
      page,
      errorLine('upstream timed out (110: Connection timed out) while reading response header from upstream'),
    );
    await headline(page).waitFor();
    const copies = page.locator('.copyable button[aria-label*="decK"], .copyable button[aria-label*="Admin API"]');
    await expect.poll(() => copies.count()).toBe(2);
    await page.keyboard.press('Escape');
    await page.keyboard.press('c');
    await expect.poll(() => copied(page)).toContain('curl -X PATCH http://localhost:8001/services/');
    await copies.nth(1).click();
    await expect.poll(() => copied(page)).toContain('read_timeout');
    await closed();
  });

  it('asks for another request by its id, and lets a log be of another hop', async () => {
    const page = await open();
    await drop(page, { name: 'error.log', text: errorLine(CLOSED) + errorLine(REFUSED, OTHER, 3) });
    await expect.poll(() => shown(page, '.headline')).toContain('refused');
    await page.locator('#hops-request').fill(ID);
    await expect.poll(() => shown(page, '.headline')).toContain('closed');
    await page.locator('.hops-file select').selectOption('lb2');
    await expect.poll(() => shown(page, '.command:has(#copy-command-rejected) code')).toContain('--lb2 error.log');
    await page.getByRole('button', { name: 'Remove error.log' }).click();
    await headline(page).waitFor({ state: 'detached' });
    await closed();
  });

  it('keeps what is in the box, and takes more', async () => {
    const page = await open();
    await paste(page, RESPONSE);
    await page.locator('#keep-box').click();
    expect(await page.locator('#box').inputValue()).toBe('');
    await paste(page, ERROR_LOG);
    await expect
      .poll(() => shown(page, '.command:has(#copy-command-rejected) code'))
      .toBe('why401 who paste.txt paste-1.txt');
    expect(await shown(page, '.part-evidence')).toContain('502 Bad Gateway');
    await page.locator('#clear').click();
    await page.locator('.hops-file').waitFor({ state: 'detached' });
    await closed();
  });

  it('searches a log that is too large to be read whole', async () => {
    const page = await open();
    const others = Array.from({ length: 12_000 }, (_, at) =>
      errorLine(`worker ${at} is well`, OTHER, 1, 1000 + at),
    ).join('');
    await page.evaluate(
      ([text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text as string], 'large.log'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [others + ERROR_LOG],
    );
    await expect.poll(() => shown(page, '.hops-file'), { timeout: 15_000 }).toContain('log, searched');
    await expect.poll(() => shown(page, '.headline')).toContain('closed');
    await closed();
  });

  it('opens by itself where Kong’s log is dropped on another view', async () => {
    const page = await open();
    await page.locator('#view-why').click();
    await drop(page, { name: 'today.txt', text: errorLine(REFUSED).replace(TOKEN, 'x') });
    await expect.poll(() => shown(page, '.headline')).toContain('refused');
    await closed();
  });

  it('is offered where an answer was pasted on another view', async () => {
    const page = await open();
    await page.locator('#view-why').click();
    await paste(page, RESPONSE);
    await page.locator('#which-hop').click();
    await headline(page).waitFor();
    expect(await page.locator('#which-hop').count()).toBe(0);
    await closed();
  });

  it.each([
    ["No credentials found for given 'kid'", 'jwt', `why401 why "No credentials found for given 'kid'"`],
    [CLOSED, 'U-FIN-HEAD', `why401 why '${CLOSED}'`],
  ])('tells what a message alone means, as the dictionary does: %s', async (message, told, line) => {
    const page = await open();
    await paste(page, message);
    await expect.poll(() => shown(page, '.meaning')).toContain(told);
    expect(await shown(page, '.command:has(#copy-command-meaning) code')).toBe(line);
    const { stdout } = await why401(['why', message, '--color', 'never', '--width', '1000']);
    const words = (text: string): string => text.replace(/\s+/g, '');
    for (const part of stdout.split('\n').filter((one) => one.trim() !== ''))
      expect(words(await shown(page, '.meaning'))).toContain(words(part));
    await closed();
  });

  it('holds the time-outs of the configuration against those around it, as the command line does', async () => {
    const page = await open();
    expect(await page.locator('.ladder').count()).toBe(0);
    await drop(page, config);
    await page.locator('#ladder-client').fill('30');
    const told = await toldBy(
      page,
      '/api/ladder',
      ({ report }) => JSON.stringify(report).includes('LB before'),
      () => page.locator('#ladder-lb1').fill('alb'),
    );
    await expect.poll(() => shown(page, '.ladder-verdict')).toMatch(/^Wrong order: the client gives up after 30 s/);
    await sameAsCommand(page, 'climbed', told, [config]);
    expect(await page.locator('.bars').count()).toBe(3);
    expect(await page.locator('.bars').first().getAttribute('aria-label')).toBe(
      'The server hangs, GET: client 30 s, LB before Kong 60 s, Kong 360 s',
    );
    await openFolds(page);
    expect(await page.locator('.ladder tbody tr').count()).toBe(9);
    await page.locator('#ladder-lb2').fill('nothing-known');
    await expect.poll(() => shown(page, '.ladder .strip')).toContain('Nothing is known of "nothing-known"');
    await closed();
  });

  it('writes the redacted report for a ticket', async () => {
    const page = await open();
    await paste(page, RESPONSE);
    await drop(page, { name: 'error.log', text: ERROR_LOG });
    await expect.poll(() => shown(page, '.part-evidence')).toContain('error.log:1');
    const download = page.waitForEvent('download');
    await page.locator('#share-rejected-md').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('why401-who.md');
    await closed();
  });

  it('shows lines and header values as text', async () => {
    const page = await open();
    for (const payload of PAYLOADS) {
      const flat = payload.replace(/[\r\n\v\f]/g, ' ');
      const line = errorLine(`${CLOSED} ${flat}line-mark`);
      await drop(page, { name: `${payload}file-mark.log`, text: line });
      await paste(page, RESPONSE.replace('Via: 1.1 kong/3.9.1', `Via: 1.1 kong/3.9.1 ${flat}header-mark`));
      await page.locator('#hops-chain').fill(`${flat.replaceAll(',', ' ')}chain-mark,kong,orders`);
      const marks = ['line-mark', 'header-mark', 'file-mark', 'chain-mark'];
      await expect
        .poll(async () => {
          await openFolds(page);
          const text = (await page.evaluate(() => document.body.textContent)) ?? '';
          const label =
            (await picture(page)
              .getAttribute('aria-label')
              .catch(() => '')) ?? '';
          return marks.filter((mark) => !text.includes(mark) && !label.includes(mark));
        })
        .toEqual([]);
      await page.locator('#clear').click();
      await page.locator('.hops-file').waitFor({ state: 'detached' });
    }
    await closed();
  }, 240_000);

  it.each(
    (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 320].map((width) => [colorScheme, width] as const)),
  )('axe finds nothing, and nothing scrolls sideways: %s, %i px', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const found = [...(await violations(page)).map((one) => `empty: ${one}`)];
    await drop(page, config);
    await page.locator('.bars').first().waitFor();
    await paste(page, RESPONSE);
    await drop(page, { name: 'error.log', text: ERROR_LOG });
    await page.locator('#hops-chain').fill('f5,kong,nginx,orders');
    await expect.poll(() => shown(page, '.chain-picture')).toContain('f5');
    await openFolds(page);
    found.push(...(await violations(page)).map((one) => `judged: ${one}`));
    expect(await sidewaysScroll(page)).toBe(0);
    await page.locator('#clear').click();
    await paste(page, CLOSED);
    await page.locator('.meaning').waitFor();
    found.push(...(await violations(page)).map((one) => `meaning: ${one}`));
    expect([found, await sidewaysScroll(page)]).toEqual([[], 0]);
    await closed();
  });

  it('prints the chain and what it rests on, without what can only be pressed', async () => {
    const page = await open();
    await paste(page, RESPONSE);
    await headline(page).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await picture(page).isVisible()).toBe(true);
    await closed();
  });

  it('is reached by its key', async () => {
    const page = await open();
    await page.locator('#view-why').click();
    await page.keyboard.press('7');
    await page.locator('#hops-chain').waitFor();
    await closed();
  });
});
