import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkTable,
  createHopJudge,
  type Figures,
  type HopCase,
  newFigures,
  readCase,
  tally,
  VIEWS,
  type View,
} from '@why401/hops/batch';
import { loadGateway } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { afterAll, describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'vectors');
const crypto = createCrypto();

/** How many verdicts are wrong still, by view: never more. */
const REACHED = JSON.parse(readFileSync(join(import.meta.dirname, 'reached-hops.json'), 'utf8')) as Readonly<
  Record<View, Readonly<Record<'hop' | 'link' | 'first' | 'among', number>>>
>;

const judge = createHopJudge({
  ports: { crypto },
  loadConfig(path) {
    const files = [{ name: path, text: readFileSync(join(FOLDER, path), 'utf8') }];
    const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional_compatible' }, { crypto });
    return loaded.ok ? loaded.gateway : null;
  },
});

const cases: readonly HopCase[] = readdirSync(FOLDER)
  .filter((name) => /^hops-.*\.ndjson$/.test(name))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean))
  .map((line) => {
    const read = readCase(line);
    if (!read.ok) throw new Error(read.bad.error);
    return read.value;
  });

/** Shares that the issue asks for: a view below one of them fails, whatever was reached before. */
const WANTED: Readonly<Record<View, Partial<Record<'hop' | 'link' | 'first' | 'among', number>>>> = {
  all: { hop: 0.995, link: 0.99, first: 0.975 },
  client: { hop: 0.95, first: 0.7, among: 0.97 },
  json: { hop: 0.94, among: 0.95 },
  'error-log': { hop: 0.89, among: 0.98 },
};

describe('who rejected it, against recorded chains with a fault put in', () => {
  const measured: (readonly [View, Figures])[] = [];

  it.each(VIEWS)('%s', (view) => {
    const figures = newFigures();
    for (const one of cases) tally(figures, one, judge.judge(one, view), view);
    measured.push([view, figures]);
    expect(figures.cases).toBeGreaterThan(100);
    expect(figures.wrongCertain).toBe(0);
    for (const [what, share] of Object.entries(WANTED[view]) as ['hop' | 'link' | 'first' | 'among', number][])
      expect(figures[what] / figures.cases, what).toBeGreaterThanOrEqual(share);
    for (const [what, wrong] of Object.entries(REACHED[view]) as ['hop' | 'link' | 'first' | 'among', number][])
      expect(figures.cases - figures[what], what).toBeLessThanOrEqual(wrong);
  });

  it('lists at most four candidates, the verdict first, but for a class that a client cannot tell apart', () => {
    for (const view of VIEWS)
      for (const one of cases) {
        const { cause, hop, candidates, because } = judge.judge(one, view);
        if (cause === null) continue;
        expect(candidates[0]).toMatchObject({ cause, hop });
        const whole = view === 'client' && because.includes('it says nothing of the cause');
        if (!whole) expect(candidates.length).toBeLessThanOrEqual(4);
      }
  });

  it('never looks at what is true, nor at the topology', () => {
    for (const one of cases.slice(0, 40))
      for (const view of VIEWS) expect(judge.judge({ ...one, truth: null }, view)).toEqual(judge.judge(one, view));
  });

  it('says what to fetch where there is nothing to look at', () => {
    const [one] = cases;
    if (one === undefined) throw new Error('there are no cases');
    const output = judge.judge({ ...one, seen: {} }, 'all');
    expect(output).toMatchObject({ hop: null, link: null, cause: null, certainty: 'possible', candidates: [] });
    expect(output.because).toContain('curl -i');
  });

  afterAll(() => {
    process.stdout.write(`\n${checkTable(measured).split('\n\n')[0]}\n\n`);
  });
});
