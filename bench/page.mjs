// Rows about the page in a real browser. The limits are those that a person does not notice; a ratio is the share of it.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import { openPage } from '../scripts/serving.mjs';
import { row } from './table.mjs';

const ROUTES = 1_000;
const ROUNDS = 15;
const FIRST_PAINT = 200;
const KEY = 50;
const VERDICT = 50;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

export async function pageRows() {
  const opened = await openPage();
  if (opened === undefined) {
    console.error('page: no browser was found, nothing measured');
    return [];
  }
  try {
    return [await paintRow(opened), ...(await typedRows(opened))];
  } finally {
    await opened.close();
  }
}

const share = (what, ms, limit) => row(what, ms / limit, `≤ 1 of ${limit} ms`, { atMost: 1 }, `${ms.toFixed(1)} ms`);

/** The first paint, and beside it that of a page of one word in the same run: what the browser needs for any page. */
async function paintRow({ browser, address }) {
  const word = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<h1>word</h1>'));
  word.listen(0, '127.0.0.1');
  await once(word, 'listening');
  const [own, peer] = [[], []];
  for (let i = 0; i < ROUNDS; i += 1) {
    own.push(await firstPaint(browser, address));
    peer.push(await firstPaint(browser, `http://127.0.0.1:${word.address().port}/`));
  }
  word.close();
  const shown = share('first paint of the page', median(own), FIRST_PAINT);
  return { ...shown, extra: `${shown.extra}; of one word ${median(peer).toFixed(1)} ms` };
}

/** From the navigation to the first contentful paint, in a tab that never saw the page. */
async function firstPaint(browser, address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const time = await painted.jsonValue();
  await context.close();
  return time;
}

async function typedRows({ browser, address }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#box').waitFor();
  const key = mintKey('RS256', { kid: 'k' });
  const token = mintToken({ key, claims: { iss: 'https://issuer.example', sub: 'bench', exp: NOW_SECONDS + 600 } });
  const decoded = await page.evaluate(keys, { text: token, rounds: ROUNDS });
  await load(page);
  const pastes = (from) =>
    Array.from({ length: ROUNDS }, (_, i) => {
      const iss = `https://issuer-${from + i}.example`;
      const own = mintToken({ key, claims: { iss, exp: NOW_SECONDS + 600 } });
      return [`curl https://api.example/p${ROUTES - 1} -H 'Authorization: Bearer ${own}'`, iss];
    });
  const verdicts = await page.evaluate(verdictTimes, { pastes: pastes(0), rest: true });
  const hurried = await page.evaluate(verdictTimes, { pastes: pastes(ROUNDS), rest: false });
  await context.close();
  return [
    share('decode at each key, painted', median(decoded), KEY),
    share(`verdict after paste, ${ROUTES} routes`, median(verdicts), VERDICT),
    share('the same, cures of the last on their way', median(hurried), VERDICT),
  ];
}

/** Runs in the page: one character more at each round, until the frame that shows it. */
async function keys({ text, rounds }) {
  const box = document.getElementById('box');
  const times = [];
  for (let i = rounds; i > 0; i -= 1) {
    const before = performance.now();
    box.value = text.slice(0, text.length - i);
    box.dispatchEvent(new Event('input'));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    times.push(performance.now() - before);
  }
  return times;
}

async function load(page) {
  const service = (at) =>
    `- {name: s${at}, url: "http://s${at}.internal", routes: [{name: r${at}, paths: [/p${at}]}], plugins: [{name: jwt}]}\n`;
  const services = Array.from({ length: ROUTES }, (_, at) => service(at)).join('');
  const credential =
    '- {username: app, jwt_secrets: [{key: app, algorithm: HS256, secret: "a secret of the bench"}]}\n';
  const text = `_format_version: "3.0"\nservices:\n${services}consumers:\n${credential}`;
  await page.locator('#files').setInputFiles({ name: 'kong.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
  await page.locator('.chip').first().waitFor();
}

/** Runs in the page: from the paste to the verdict that is about it, and seen. `rest` awaits the cures before the next. */
async function verdictTimes({ pastes, rest }) {
  const box = document.getElementById('box');
  const times = [];
  for (const [text, iss] of pastes) {
    const shown = new Promise((resolve) => {
      const view = document.getElementById('view');
      const seen = new MutationObserver(() => {
        if (view.querySelector('.strip.bad') === null || !view.textContent.includes(iss)) return;
        seen.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      seen.observe(view, { childList: true, subtree: true });
    });
    const data = new DataTransfer();
    data.setData('text/plain', text);
    box.focus();
    box.select();
    const before = performance.now();
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    times.push((await shown) - before);
    while (rest && document.getElementById('copy-cure') === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return times;
}
