import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEvilSite } from './evil-site.ts';
import { describeInBrowser, drop, example, launch, paste, serve, visit } from './stage.ts';

/** Both names lead to this machine, as a rebinding attacker’s DNS would have it. */
const RESOLVER = '--host-resolver-rules=MAP rebind.test 127.0.0.1, MAP evil.test 127.0.0.1';

interface Place {
  /** Our server. */
  readonly url: string;
  readonly port: number;
  readonly evilPort: number;
}

const evil = ({ evilPort }: Place): string => `http://evil.test:${evilPort}/`;
const rebound = ({ port }: Place): string => `http://rebind.test:${port}/`;
const neighbour = ({ evilPort }: Place): string => `http://127.0.0.1:${evilPort}/`;

/** An element that tells by its events whether what it asked for came. */
const byElement = (name: string) => `async ({ url, path, property }) => new Promise((resolve) => {
  const element = document.createElement('${name}');
  element.onload = () => resolve('got it');
  element.onerror = () => resolve('refused');
  element[property] = url + path;
  if ('${name}' === 'link') element.rel = 'stylesheet';
  document.body.append(element);
  setTimeout(() => resolve('nothing came'), 1500);
})`;

const asking = (place: Place, target: string, init: object) => ({ address: target, init, ...place });

async function fetched({ address, init }: { address: string; init: RequestInit }): Promise<string> {
  try {
    const response = await fetch(address, init);
    if (response.type === 'opaque') return 'opaque';
    return response.ok ? `got ${response.status}` : `refused ${response.status}`;
  } catch (error) {
    return `refused ${(error as Error).name}`;
  }
}

const JSON_POST = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };

/** What an attacker’s page tries. */
const PROBES: readonly (readonly [
  name: string,
  from: (place: Place) => string,
  run: (page: Page, place: Place) => Promise<string>,
])[] = [
  [
    'the page under a rebound name',
    rebound,
    (page) => page.evaluate(() => (document.getElementById('box') ? 'got the page' : 'refused')),
  ],
  [
    'a fetch by the rebound page',
    rebound,
    (page, place) => page.evaluate(fetched, asking(place, '/api/examples', JSON_POST)),
  ],
  ['the script by the rebound page', rebound, (page, place) => page.evaluate(fetched, asking(place, '/app.js', {}))],
  [
    'a fetch from another site',
    evil,
    (page, place) => page.evaluate(fetched, asking(place, `${place.url}/api/examples`, JSON_POST)),
  ],
  [
    'a fetch with a guessed secret',
    evil,
    (page, place) => {
      const headers = { 'content-type': 'application/json', 'x-why401-secret': 'A'.repeat(43) };
      return page.evaluate(fetched, asking(place, `${place.url}/api/examples`, { ...JSON_POST, headers }));
    },
  ],
  [
    'a fetch from another port',
    neighbour,
    (page, place) => page.evaluate(fetched, asking(place, `${place.url}/api/examples`, JSON_POST)),
  ],
  [
    'a fetch of 0.0.0.0',
    evil,
    (page, place) => page.evaluate(fetched, asking(place, `http://0.0.0.0:${place.port}/app.js`, { mode: 'cors' })),
  ],
  [
    'a form',
    evil,
    async (page, place) => {
      await page.evaluate((target) => {
        const form = document.createElement('form');
        form.method = 'POST';
        form.action = target;
        document.body.append(form);
        form.submit();
      }, `${place.url}/api/clear`);
      await page.waitForURL(/api\/clear/);
      return (await page.evaluate(() => document.body.textContent)) === '{}' ? 'got 200' : 'refused';
    },
  ],
  [
    'an image',
    evil,
    (page, { url }) =>
      page.evaluate(`(${byElement('img')})(${JSON.stringify({ url, path: '/app.js', property: 'src' })})`),
  ],
  [
    'a script',
    evil,
    (page, { url }) =>
      page.evaluate(`(${byElement('script')})(${JSON.stringify({ url, path: '/app.js', property: 'src' })})`),
  ],
  [
    'a style sheet',
    evil,
    (page, { url }) =>
      page.evaluate(`(${byElement('link')})(${JSON.stringify({ url, path: '/app.css', property: 'href' })})`),
  ],
  [
    'a frame',
    evil,
    async (page, { url }) => {
      await page.evaluate((target) => {
        const frame = document.createElement('iframe');
        frame.src = target;
        document.body.append(frame);
      }, url);
      await page.waitForTimeout(700);
      const inner = page.frames().find((frame) => frame !== page.mainFrame());
      return (await inner
        ?.locator('#box')
        .count()
        .catch(() => 0)) === 1
        ? 'got the page'
        : 'refused';
    },
  ],
  [
    'a window that it opens',
    evil,
    async (page, { url }) => {
      const opened = page.waitForEvent('popup');
      await page.evaluate((target) => {
        (globalThis as unknown as { victim: Window | null }).victim = window.open(target);
      }, url);
      const popup = await opened;
      await popup.waitForLoadState();
      return (await popup.locator('#box').count()) === 1 ? 'got the page' : 'refused';
    },
  ],
  [
    'a web socket',
    evil,
    (page, { port }) =>
      page.evaluate(
        (target) =>
          new Promise<string>((resolve) => {
            const socket = new WebSocket(target);
            socket.onopen = () => resolve('got a socket');
            socket.onerror = () => resolve('refused');
          }),
        `ws://127.0.0.1:${port}/api/alive`,
      ),
  ],
];

describeInBrowser('an attacker’s page in a real browser', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof startEvilSite>>;
  beforeAll(async () => {
    browser = await launch([RESOLVER]);
    site = await startEvilSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const attack = async (server: Awaited<ReturnType<typeof serve>>, [, from, run]: (typeof PROBES)[number]) => {
    const place: Place = { url: server.url, port: server.port, evilPort: site.port };
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(from(place));
    const outcome = await run(page, place);
    await context.close();
    return outcome;
  };

  describe('gets nothing', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    const lines: string[] = [];
    beforeAll(async () => {
      server = await serve({ log: (line) => void lines.push(line) });
    });
    afterAll(() => server?.close());

    it('of at least twelve probes', () => expect(PROBES.length).toBeGreaterThanOrEqual(12));

    it.each(PROBES)('%s', async (...probe) => {
      lines.length = 0;
      expect(await attack(server, probe)).not.toMatch(/^got/);
      expect(lines.filter((line) => / 200 /.test(line) && line.includes('/api/'))).toEqual([]);
    });
  });

  describe('would get something, were the gate not there', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      server = await serve({ checks: {} });
    });
    afterAll(() => server?.close());
    const open = PROBES.filter(([name]) =>
      [
        'the page under a rebound name',
        'a fetch by the rebound page',
        'the script by the rebound page',
        'a window that it opens',
      ].includes(name),
    );

    it.each(open)('%s', async (...probe) => {
      expect(await attack(server, probe)).toMatch(/^got/);
    });
  });

  describe('is held off by the headers alone from', () => {
    let [held, open]: Awaited<ReturnType<typeof serve>>[] = [];
    beforeAll(async () => {
      held = await serve({ checks: {} });
      open = await serve({ checks: {}, headers: {} });
    });
    afterAll(() => Promise.all([held?.close(), open?.close()]));
    const framed = PROBES.filter(([name]) => ['a script', 'a style sheet', 'a frame'].includes(name));

    it.each(framed)('%s', async (...probe) => {
      if (held === undefined || open === undefined) throw new Error('not started');
      expect(await attack(held, probe)).not.toMatch(/^got/);
      expect(await attack(open, probe)).toMatch(/^got/);
    });
  });

  describe('does not stand in the way of', () => {
    let server: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => {
      server = await serve();
    });
    afterAll(() => server?.close());
    const here = () => visit(browser, server.address);

    it('opening the page', async () => {
      const { page, context } = await here();
      expect(await page.locator('.connection p').count()).toBe(0);
      await context.close();
    });

    it('opening it by the other name of this machine', async () => {
      const { page, context } = await visit(browser, server.address.replace('127.0.0.1', 'localhost'));
      await page.locator('#example-0').waitFor();
      await context.close();
    });

    it('loading an example', async () => {
      const { page, context } = await here();
      await page.locator('#example-0').click();
      await page.locator('#copy-cure').waitFor();
      await context.close();
    });

    it('loading a file and asking about a request', async () => {
      const { page, context } = await here();
      await drop(page, { name: 'kong.yaml', text: example('kong.yaml') });
      await paste(page, example('1-issuer-slash.curl.txt'));
      await page.locator('.same-as').waitFor();
      await context.close();
    });

    it('sharing, and clearing', async () => {
      const { page, context } = await here();
      await page.locator('#example-0').click();
      await page.locator('#copy-cure').waitFor();
      await Promise.all([page.waitForEvent('download'), page.locator('#share-explained-md').click()]);
      await page.locator('#clear').click();
      await page.locator('.welcome').waitFor();
      await context.close();
    });
  });
});
