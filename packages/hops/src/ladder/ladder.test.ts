import { describe, expect, it } from 'vitest';
import { climb, ladderReport, type Neighbours, readPatience } from './index.ts';

const KONG = { service: 'orders', retries: 5, connectTimeout: 60_000, writeTimeout: 60_000, readTimeout: 60_000 };

function firsts(given: Neighbours, kong: Partial<typeof KONG> = {}) {
  const read = readPatience({ ...KONG, ...kong }, given);
  if (!read.ok) return read.problem.code;
  const { scenarios, inversions } = climb(read.value);
  return [
    ...scenarios.map(({ first }) => `${first.who} ${first.ms / 1000}`),
    ...inversions.map(({ outer, inner }) => `${outer}<${inner}`),
  ];
}

describe('who gives up first', () => {
  it.each<readonly [name: string, given: Neighbours, kong: Partial<typeof KONG>, wanted: readonly string[] | string]>([
    ['Kong alone', {}, {}, ['kong 360', 'kong 60', 'kong 360']],
    ['an ALB before it', { lb1: 'alb' }, {}, ['lb1 60', 'kong 60', 'lb1 60', 'lb1<kong']],
    [
      'no retries',
      { lb1: 'alb' },
      { retries: 0, readTimeout: 30_000, connectTimeout: 5_000 },
      ['kong 30', 'kong 30', 'kong 5'],
    ],
    ['a load balancer behind it', { lb2: '10' }, {}, ['lb2 10', 'lb2 10', 'kong 360']],
    [
      'an impatient client',
      { client: '5', lb1: '60' },
      { retries: 0 },
      ['client 5', 'client 5', 'client 5', 'client<lb1', 'lb1<kong'],
    ],
    ['the server’s own limit', { server: 'node', lb1: '400' }, {}, ['server 300', 'kong 60', 'kong 360']],
    ['another product', { lb1: 'acme' }, {}, 'unknown-neighbour'],
    ['a product without a limit', { lb1: 'haproxy' }, {}, 'endless-neighbour'],
  ])('%s', (_, given, kong, wanted) => expect(firsts(given, kong)).toEqual(wanted));
});

describe('its picture', () => {
  it.each([true, false])('fits the width, unicode %s', (unicode) => {
    const read = readPatience(KONG, { client: '30', lb1: '60', lb2: '50', server: '40' });
    if (!read.ok) throw new Error(read.problem.code);
    const { sections } = ladderReport([{ kong: KONG, ladder: climb(read.value) }], { unicode, width: 60 });
    const lines = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'verbatim' ? block.lines : [])),
    );
    const texts = lines.map((one) => one.map(({ text }) => text).join(''));
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(60);
    expect(texts.some((text) => text.includes(unicode ? '█│' : '#|'))).toBe(true);
    if (!unicode) for (const text of texts) expect(text).toMatch(/^[\x20-\x7e]*$/);
  });
});
