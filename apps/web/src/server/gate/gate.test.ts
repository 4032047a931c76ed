import { describe, expect, it } from 'vitest';
import { CHECKS, judgeVisit, SECRET_HEADER } from './index.ts';

const PORT = 4010;
const SECRET = 's'.repeat(43);

/** `Host` lines as sent; good ones first. */
const GOOD_HOSTS = [[`127.0.0.1:${PORT}`], [`localhost:${PORT}`], [`[::1]:${PORT}`]];
const BAD_HOSTS = [
  ['evil.test'],
  [`evil.test:${PORT}`],
  [`localhost.:${PORT}`],
  [`localhost6:${PORT}`],
  [`127.0.0.1.nip.io:${PORT}`],
  [`127.0.0.1:${PORT + 1}`],
  ['127.0.0.1'],
  ['localhost'],
  [`1.2.3.4:${PORT}`],
  [`0.0.0.0:${PORT}`],
  [`[::1234]:${PORT}`],
  ['['],
  ['[::1]'],
  ['file:'],
  [`LOCALHOST:${PORT}`],
  [`Localhost:${PORT}`],
  [''],
  [],
  [`127.0.0.1:${PORT}`, `127.0.0.1:${PORT}`],
  [`127.0.0.1:${PORT}`, 'evil.test'],
  [`user@127.0.0.1:${PORT}`],
  [`127.0.0.1:${PORT}/`],
  [`127.0.0.1:0${PORT}`],
  [`127.1:${PORT}`],
];
/** Per `Host` the same-origin value is good; no line is good too. */
const originsFor = (host: string): readonly (readonly [lines: readonly string[], good: boolean])[] => [
  [[], true],
  [[`http://${host}`], true],
  [[`https://${host}`], false],
  [['null'], false],
  [['http://evil.test'], false],
  [[`http://127.0.0.1:${PORT + 1}`], false],
  [['http://127.0.0.1'], false],
  [['file://'], false],
  [[`http://${host}`, 'http://evil.test'], false],
  [[`http://${host}/`], false],
];
const SITES: readonly (readonly [lines: readonly string[], api: boolean, page: boolean])[] = [
  [[], true, true],
  [['same-origin'], true, true],
  [['none'], false, true],
  [['same-site'], false, false],
  [['cross-site'], false, false],
  [['same-origin', 'cross-site'], false, false],
];
const SECRETS: readonly (readonly [lines: readonly string[], good: boolean])[] = [
  [[SECRET], true],
  [[], false],
  [[''], false],
  [[SECRET.slice(1)], false],
  [[`${SECRET}s`], false],
  [['t'.repeat(43)], false],
];

interface Cell {
  readonly wanted: number | undefined;
  readonly got: number | undefined;
  readonly what: string;
}

function cells(checks = CHECKS): Cell[] {
  const all: Cell[] = [];
  for (const host of [...GOOD_HOSTS, ...BAD_HOSTS])
    for (const [origin, originGood] of originsFor(host[0] ?? ''))
      for (const [site, siteApi, sitePage] of SITES)
        for (const [secret, secretGood] of SECRETS)
          for (const open of [false, true]) {
            const lines = new Map([
              ['host', host],
              ['origin', origin],
              ['sec-fetch-site', site],
              [SECRET_HEADER, secret],
            ]);
            const visit = { target: open ? '/' : '/api/explain', open, all: (name: string) => lines.get(name) ?? [] };
            const refused = !GOOD_HOSTS.includes(host) || !originGood || !(open ? sitePage : siteApi);
            const wanted = refused ? 403 : open || secretGood ? undefined : 401;
            const got = judgeVisit(visit, { port: PORT, secret: SECRET }, checks)?.status;
            all.push({ wanted, got, what: JSON.stringify([host, origin, site, secretGood, open]) });
          }
  return all;
}

const wrong = (all: readonly Cell[]): Cell[] => all.filter(({ wanted, got }) => wanted !== got);

describe('the gate', () => {
  it('answers every combination of Host, Origin, Sec-Fetch-Site and secret as it should', () => {
    const all = cells();
    expect(all).toHaveLength((GOOD_HOSTS.length + BAD_HOSTS.length) * 10 * 6 * 6 * 2);
    expect(wrong(all)).toEqual([]);
  });

  it.each(['http://evil.test/', 'x', '*', '//evil.test/', ''])('refuses the target %s', (target) => {
    const visit = { target, open: true, all: (name: string) => (name === 'host' ? [`127.0.0.1:${PORT}`] : []) };
    expect(judgeVisit(visit, { port: PORT, secret: SECRET })).toEqual({ status: 403, code: 'target-not-ours' });
  });

  it.each(['host', 'origin', 'fetchSite', 'secret'])(
    'needs its check of %s: without it, somebody comes through',
    (name) => {
      const others = Object.fromEntries(Object.entries(CHECKS).filter(([key]) => key !== name));
      expect(wrong(cells(others)).length).toBeGreaterThan(0);
    },
  );
});
