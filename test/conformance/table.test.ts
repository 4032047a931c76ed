import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Differing, replayRecordings } from './recordings.ts';

const FOLDER = join(import.meta.dirname, 'vectors');
const VERSIONS = ['3.9.1', '3.4.2', '2.8.5'] as const;
type Version = (typeof VERSIONS)[number];

/** How many answers differ still, by family and version: never more. */
const REACHED = JSON.parse(readFileSync(join(import.meta.dirname, 'reached.json'), 'utf8')) as Readonly<
  Record<string, Readonly<Record<Version, number>>>
>;

const FAMILIES = Object.keys(REACHED);

const filesOf = (family: string, version: Version): readonly string[] => {
  const named = version === '3.9.1' ? `${family}-dev-` : `${family}-${version}-dev-`;
  return readdirSync(FOLDER).filter((name) => name.startsWith(named) && name.endsWith('.ndjson'));
};

interface Figures {
  readonly cases: number;
  readonly identical: number;
  readonly byOrder: number;
  readonly undetermined: number;
  readonly differing: readonly Differing[];
}

function measure(family: string, version: Version): Figures {
  const all = filesOf(family, version).map((file) => replayRecordings(file, false));
  const sum = (pick: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + pick(one), 0);
  return {
    cases: sum(({ cases }) => cases),
    identical: sum(({ identical }) => identical),
    byOrder: sum(({ byOrder }) => byOrder),
    undetermined: sum(({ undetermined }) => undetermined),
    differing: all.flatMap(({ differing }) => differing),
  };
}

/** Those that are identical but for an order that we call random are told apart in the last column. */
const percent = ({ cases, identical }: Figures): string => `${((100 * identical) / cases).toFixed(2)} %`;

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, i) => (i < 2 ? String(cell).padEnd(11) : String(cell).padStart(14))).join('');

/** Header values and long texts in differences are fingerprints. */
const told = ({ id, note, differences }: Differing): string =>
  [
    `  ${id}: ${note}`,
    ...differences.map(({ field, observed, output }) => `    ${field}: ${observed} → ${output}`),
  ].join('\n');

describe('answers that are those of the recorded gateways', () => {
  const rows: string[] = [row(['family', 'Kong', 'cases', 'identical', 'undetermined', 'share', 'but for order'])];
  const firsts: string[] = [];

  it.each(FAMILIES.flatMap((family) => VERSIONS.map((version) => [family, version] as const)))(
    '%s, Kong %s',
    (family, version) => {
      const figures = measure(family, version);
      const { cases, identical, byOrder, undetermined, differing } = figures;
      rows.push(row([family, version, cases, identical, undetermined, percent(figures), byOrder]));
      firsts.push(...differing.slice(0, 3).map(told));
      expect(cases).toBeGreaterThan(0);
      expect(cases - identical).toBeLessThanOrEqual(REACHED[family]?.[version] ?? 0);
    },
  );

  afterAll(() => {
    process.stdout.write(`\n${[...rows, ...firsts].join('\n')}\n\n`);
  });
});
