import { describe, expect, it } from 'vitest';
import { cellsFor } from './cells-table.ts';
import { CHECKS, judgeVisit } from './index.ts';

const PORT = 4010;
const SECRET = 's'.repeat(43);

/** Cells that are not answered as they should be. */
function wrong(checks = CHECKS): string[] {
  return cellsFor(PORT, SECRET).flatMap(({ lines, wanted }) =>
    (['closed', 'open'] as const).flatMap((kind) => {
      const all = (name: string) => lines.filter(([own]) => own === name).map(([, value]) => value);
      const visit = { target: kind === 'open' ? '/' : '/api/explain', open: kind === 'open', all };
      const got = judgeVisit(visit, { port: PORT, secret: SECRET }, checks)?.status;
      return got === wanted[kind] ? [] : [`${JSON.stringify(lines)} ${kind}: ${got} instead of ${wanted[kind]}`];
    }),
  );
}

describe('the gate', () => {
  it('answers every combination of Host, Origin, Sec-Fetch-Site and secret as it should', () => {
    expect(cellsFor(PORT, SECRET)).toHaveLength(27 * 10 * 6 * 6);
    expect(wrong()).toEqual([]);
  });

  it.each(['http://evil.test/', 'x', '*', '//evil.test/', ''])('refuses the target %s', (target) => {
    const visit = { target, open: true, all: (name: string) => (name === 'host' ? [`127.0.0.1:${PORT}`] : []) };
    expect(judgeVisit(visit, { port: PORT, secret: SECRET })).toEqual({ status: 403, code: 'target-not-ours' });
  });

  it.each(['host', 'origin', 'fetchSite', 'secret'])(
    'needs its check of %s: without it, somebody comes through',
    (name) => {
      const others = Object.fromEntries(Object.entries(CHECKS).filter(([key]) => key !== name));
      expect(wrong(others).length).toBeGreaterThan(0);
    },
  );

  it.each<[string, Record<string, string[]>, string, boolean]>([
    ['our own launch file', {}, '/?launch=ticket', true],
    ['another ticket', {}, '/?launch=other', false],
    ['no ticket', {}, '/', false],
    ['a frame', { 'sec-fetch-dest': ['iframe'] }, '/?launch=ticket', false],
    ['a script that fetches', { 'sec-fetch-mode': ['cors'], 'sec-fetch-dest': ['empty'] }, '/?launch=ticket', false],
    ['two destinations', { 'sec-fetch-dest': ['document', 'document'] }, '/?launch=ticket', false],
    ['another local port', { 'sec-fetch-site': ['same-site'] }, '/?launch=ticket', false],
  ])('lets a browser come from another site only by %s: %s %s', (_, changed, target, lets) => {
    const lines: Record<string, string[]> = {
      host: [`127.0.0.1:${PORT}`],
      'sec-fetch-site': ['cross-site'],
      'sec-fetch-mode': ['navigate'],
      'sec-fetch-dest': ['document'],
      ...changed,
    };
    const visit = { target, open: true, all: (name: string) => lines[name] ?? [] };
    const refusal = judgeVisit(visit, { port: PORT, secret: SECRET, launch: '/?launch=ticket' });
    expect(refusal === undefined).toBe(lets);
  });
});
