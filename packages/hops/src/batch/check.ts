import type { HopCase } from './case.ts';
import type { HopOutput } from './output.ts';
import type { View } from './view.ts';

/** How often verdicts were right, over the cases in which a view has something to look at. */
export interface Figures {
  cases: number;
  hop: number;
  link: number;
  first: number;
  among: number;
  /** Hop or cause wrong and called certain: the worst defect. */
  wrongCertain: number;
  /** Wrong pairs `true cause → named cause`, with how often. */
  readonly confusion: Map<string, number>;
}

export const newFigures = (): Figures => ({
  cases: 0,
  hop: 0,
  link: 0,
  first: 0,
  among: 0,
  wrongCertain: 0,
  confusion: new Map(),
});

/** A line of error.log that is more urgent than `notice`. */
const URGENT = /\[(?:warn|error|crit|alert|emerg)\]/;

/** Whether a view has something to look at in a case. */
export function counts({ seen }: HopCase, view: View): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'client':
      return seen['client'] != null;
    case 'json':
      return seen['kongJson'] != null;
    case 'error-log': {
      const lines = seen['kongErrorLog'];
      return Array.isArray(lines) && lines.some((line) => typeof line === 'string' && URGENT.test(line));
    }
  }
}

/** Adds one verdict to the figures; false where the case does not say what is true, or does not count. */
export function tally(figures: Figures, one: HopCase, output: HopOutput, view: View): boolean {
  const { truth } = one;
  if (truth === null || !counts(one, view)) return false;
  const right = { hop: output.hop === truth.hop, first: output.cause === truth.cause };
  figures.cases++;
  if (right.hop) figures.hop++;
  if (output.link === truth.link) figures.link++;
  if (right.first) figures.first++;
  if (right.first || output.candidates.some(({ cause }) => cause === truth.cause)) figures.among++;
  if (output.certainty === 'certain' && !(right.hop && right.first)) figures.wrongCertain++;
  if (!right.first || !right.hop) {
    const pair = `${truth.hop}/${truth.cause} → ${output.hop ?? '–'}/${output.cause ?? '–'}`;
    figures.confusion.set(pair, (figures.confusion.get(pair) ?? 0) + 1);
  }
  return true;
}

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(11) : String(cell).padStart(15))).join('');

/** The figures of each view, and below them what was taken for what. */
export function checkTable(views: readonly (readonly [View, Figures])[]): string {
  const head = row(['view', 'cases', 'hop', 'link', 'cause first', 'among', 'wrong certain']);
  const rows = views.map(([view, { cases, hop, link, first, among, wrongCertain }]) =>
    row([view, cases, share(hop, cases), share(link, cases), share(first, cases), share(among, cases), wrongCertain]),
  );
  const confused = views.flatMap(([view, { confusion }]) => [
    '',
    `${view}: taken for something else`,
    ...[...confusion].sort(([, a], [, b]) => b - a).map(([pair, count]) => `  ${String(count).padStart(4)}  ${pair}`),
  ]);
  return `${[head, ...rows, ...confused].join('\n')}\n`;
}
