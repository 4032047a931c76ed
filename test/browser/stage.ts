import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type StartOptions, start } from '@why401/web/server';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium.mjs';

export const root = resolve(import.meta.dirname, '../..');
const pages = join(root, 'apps/web/dist/page');
const executablePath = findChromium();

if (executablePath === undefined && process.env['CI'] === 'true')
  throw new Error('no browser was found, and in CI nothing is skipped for want of one');

/** Counted as skipped where no browser is to be had. */
export function describeInBrowser(name: string, tests: () => void): void {
  describe.skipIf(executablePath === undefined)(name, tests);
}

export const example = (name: string): string => readFileSync(join(root, 'examples', name), 'utf8');
interface Index {
  /** Seconds since the epoch. */
  readonly now: number;
  readonly examples: readonly { readonly args: readonly string[] }[];
}

export const { now: EXAMPLES_NOW, examples } = JSON.parse(example('index.json')) as Index;

export function launch(flags: readonly string[] = []): Promise<Browser> {
  if (!existsSync(join(pages, 'app.js'))) throw new Error('the page is not built: npm run build');
  return chromium.launch({
    executablePath: executablePath ?? '',
    headless: true,
    chromiumSandbox: false,
    args: [...CHROMIUM_FLAGS, ...flags],
  });
}

export const serve = (options: Partial<StartOptions> = {}) => start({ port: 0, pages, version: '0.0.0', ...options });

/** What happened on the page that should not. */
export interface Trouble {
  /** Scripts that an input brought along and that ran. */
  readonly executed: string[];
  readonly violations: string[];
  readonly errors: string[];
  /** Everything that was asked for, with method. */
  readonly requests: string[];
}

export interface Scene {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly trouble: Trouble;
}

/** Opens an address in a context of its own, and writes down what goes wrong. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Scene> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const trouble: Trouble = { executed: [], violations: [], errors: [], requests: [] };
  await context.exposeBinding('xss', (_source, what: unknown) => void trouble.executed.push(String(what)));
  await context.exposeBinding('cspViolation', (_source, what: unknown) => void trouble.violations.push(String(what)));
  await context.addInitScript(() => {
    const told = globalThis as unknown as { cspViolation(what: string): void };
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      told.cspViolation(`${violatedDirective} ${blockedURI}`),
    );
  });
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    trouble.executed.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => void trouble.errors.push(error.message));
  page.on('request', (request) => void trouble.requests.push(`${request.method()} ${request.url()}`));
  await page.goto(address);
  await page.waitForSelector('#box');
  return { page, context, trouble };
}

/** Puts a text into the box as a person does: by the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const box = document.getElementById('box') as HTMLTextAreaElement;
    box.focus();
    box.select();
    const data = new DataTransfer();
    data.setData('text/plain', value);
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    if (box.dispatchEvent(event)) document.execCommand('insertText', false, value);
  }, text);
}

export interface Dropped {
  readonly name: string;
  readonly text: string;
}

/** Drops files on the page. */
export async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}

/** Every element that a person could read, folds open. */
export async function openFolds(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details:not([open])')) (fold as HTMLDetailsElement).open = true;
    });
    await page.waitForTimeout(30);
  }
}
