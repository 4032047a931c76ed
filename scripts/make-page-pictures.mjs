// Makes the README's pictures of the page from the running page and the shipped examples.
import { mkdirSync } from 'node:fs';
import { openPage } from './serving.mjs';

const BROKEN = `HTTP/1.1 502 Bad Gateway
Content-Type: application/json; charset=utf-8
X-Kong-Upstream-Latency: 43
X-Kong-Proxy-Latency: 213
Via: 1.1 kong/3.9.1
X-Kong-Request-Id: e19a2a3278429b53071c9a38d298f875

{
  "message":"An invalid response was received from the upstream server",
  "request_id":"e19a2a3278429b53071c9a38d298f875"
}
2026/11/24 20:48:01 [error] 15732#0: *649 upstream prematurely closed connection while reading response header from upstream, client: 10.0.0.9, server: kong, request: "PUT /flights HTTP/1.1", upstream: "http://10.0.0.7:9000/flights", host: "api.example", request_id: "e19a2a3278429b53071c9a38d298f875"`;

/** Name, theme, size of the window, example or what is pasted, what is waited for, the key of another view. */
const PICTURES = [
  ['page-light', 'light', { width: 1280, height: 860 }, 0, '#copy-cure'],
  ['page-dark', 'dark', { width: 1280, height: 860 }, 2, '#copy-cure'],
  ['page-320', 'light', { width: 320, height: 860 }, 0, '#copy-cure'],
  ['page-timeline', 'light', { width: 1280, height: 760 }, 5, '.same-as'],
  ['page-configuration', 'light', { width: 1280, height: 980 }, 0, '#copy-cure', '6'],
  ['page-hops', 'light', { width: 1280, height: 980 }, BROKEN, 'svg', '7'],
];

const opened = await openPage();
if (opened === undefined) {
  console.error('no browser was found: CHROMIUM names one');
  process.exit(2);
}
mkdirSync('docs/pictures', { recursive: true });
try {
  for (const [name, colorScheme, viewport, example, ready, key] of PICTURES) {
    const context = await opened.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(opened.address);
    if (typeof example === 'string') {
      await page.locator('#box').fill(example);
      await page.locator('#box').blur();
    } else {
      await page.locator(`#example-${example}`).click();
      await page.locator(ready).first().waitFor();
      await page
        .locator(ready)
        .first()
        .evaluate(() => document.activeElement?.blur());
    }
    if (key !== undefined) await page.keyboard.press(key);
    await page.waitForLoadState('networkidle');
    // The answer comes from the server; nothing marks its end in every view.
    await page.waitForTimeout(800);
    await page.evaluate(() => scrollTo(0, 0));
    await page.mouse.move(0, 0);
    const path = `docs/pictures/${name}.png`;
    await page.screenshot({ path });
    await context.close();
    console.log(path);
  }
} finally {
  await opened.close();
}
