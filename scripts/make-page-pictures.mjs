// Makes the README's pictures of the page from the running page and the shipped examples.
import { mkdirSync } from 'node:fs';
import { openPage } from './serving.mjs';

/** Name, theme, size of the window, example, what is waited for. */
const PICTURES = [
  ['page-light', 'light', { width: 1280, height: 860 }, 0, '#copy-cure'],
  ['page-dark', 'dark', { width: 1280, height: 860 }, 2, '#copy-cure'],
  ['page-320', 'light', { width: 320, height: 860 }, 0, '#copy-cure'],
  ['page-timeline', 'light', { width: 1280, height: 760 }, 5, '.same-as'],
];

const opened = await openPage();
if (opened === undefined) {
  console.error('no browser was found: CHROMIUM names one');
  process.exit(2);
}
mkdirSync('docs/pictures', { recursive: true });
try {
  for (const [name, colorScheme, viewport, example, ready] of PICTURES) {
    const context = await opened.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(opened.address);
    await page.locator(`#example-${example}`).click();
    await page.locator(ready).first().waitFor();
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
