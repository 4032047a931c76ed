import { describe, expect, it } from 'vitest';
import { encodeBase64url, readToken } from '../../parse/index.ts';
import { buildTimeline } from '../build.ts';
import type { Timeline } from '../model.ts';
import { fit, widthOf } from './columns.ts';
import { PALETTES } from './palette.ts';
import { scaleOf } from './scale.ts';
import { printSvg, type SvgNode, svg } from './svg-node.ts';
import { ticksOf } from './ticks.ts';
import { svgTree, toSvg } from './to-svg.ts';

const encode = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const token = (claims: object) => readToken(`${encode({ alg: 'RS256', kid: 'a1' })}.${encode(claims)}.c2ln`);
const at = (text: string): number => Date.parse(text);
const s = (clock: string): number => at(`2026-03-01T${clock}:00Z`) / 1000;
const show = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

const timeline = (claims: readonly object[], now = '2026-03-01T14:10:00Z', asked = now): Timeline =>
  buildTimeline(
    claims.map((one, index) => ({ name: String.fromCharCode(65 + index), token: token(one) })),
    { now: at(now), at: at(asked), zone: 'UTC' },
  );

const usual = { iat: s('14:00'), exp: s('14:20') };

describe('the stretch that is shown', () => {
  it.each<[string, Timeline, string, string]>([
    [
      'from the first to the last',
      timeline([usual, { iat: s('14:05'), exp: s('14:25') }]),
      '2026-03-01T14:00',
      '2026-03-01T14:25',
    ],
    [
      'not the year 58000 of milliseconds',
      timeline([{ ...usual, exp: s('14:20') * 1000 }]),
      '2026-03-01T14:00',
      '2026-03-01T14:10',
    ],
    [
      'the tokens, not a now of next year',
      timeline([usual], '2027-03-01T14:10:00Z'),
      '2026-03-01T14:00',
      '2026-03-01T14:20',
    ],
    [
      'the tokens of today, not last year’s',
      timeline([{ iat: s('14:00') - 3e7, exp: s('14:20') - 3e7 }, usual]),
      '2026-03-01T14:00',
      '2026-03-01T14:20',
    ],
    ['a minute at least', timeline([{ iat: s('14:10') }]), '2026-03-01T14:09', '2026-03-01T14:10'],
    ['now, where nothing else is known', timeline([]), '2026-03-01T14:09', '2026-03-01T14:10'],
  ])('%s', (_, given, from, until) => {
    const scale = scaleOf(given);
    expect([show(scale.from), show(scale.until)]).toEqual([from, until]);
  });
});

describe('ticks', () => {
  const labels = (from: string, until: string, zone: string, most: number): string =>
    ticksOf({ from: at(from), until: at(until) }, zone, most)
      .map(({ label }) => label)
      .join(' ');

  it.each([
    ['2026-03-01T14:00:00Z', '2026-03-01T14:25:00Z', 'UTC', 8, '14:00 14:05 14:10 14:15 14:20 14:25'],
    ['2026-03-01T14:00:03Z', '2026-03-01T14:00:33Z', 'UTC', 8, '14:00:05 14:00:10 14:00:15 14:00:20 14:00:25 14:00:30'],
    ['2026-03-01T18:00:00Z', '2026-03-02T12:00:00Z', 'UTC', 4, '18:00 03-02 06:00 12:00'],
    ['2026-03-01T18:00:00Z', '2026-03-05T12:00:00Z', 'UTC', 5, '03-02 03-03 03-04 03-05'],
    ['2026-01-15T00:00:00Z', '2026-06-15T00:00:00Z', 'UTC', 6, '2026-02 2026-03 2026-04 2026-05 2026-06'],
    ['2020-01-15T00:00:00Z', '2026-06-15T00:00:00Z', 'UTC', 8, '2021 2022 2023 2024 2025 2026'],
    ['2026-03-01T14:00:00Z', '2026-03-01T15:00:00Z', 'Asia/Kathmandu', 3, '20:00 20:30'],
    // Clocks go from 02:00 to 03:00, and back: what is skipped has no tick, what comes twice has one.
    ['2026-03-28T23:00:00Z', '2026-03-29T03:00:00Z', 'Europe/Berlin', 6, '03-29 01:00 03:00 04:00 05:00'],
    ['2026-10-24T22:00:00Z', '2026-10-25T03:00:00Z', 'Europe/Berlin', 6, '10-25 01:00 02:00 03:00 04:00'],
    [
      '2026-10-03T14:00:00Z',
      '2026-10-03T17:00:00Z',
      'Australia/Lord_Howe',
      8,
      '00:30 01:00 01:30 02:30 03:00 03:30 04:00',
    ],
  ])('%s to %s in %s', (from, until, zone, most, wanted) => {
    expect(labels(from, until, zone, most)).toBe(wanted);
  });
});

describe('texts of a picture', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['abcdef', 4, 'abc…'],
    ['日本語', 5, '日本…'],
    ['e\u0301x', 3, 'e\u0301x '],
    ['\u001b[31mred', 8, '?[31mred'],
    ['a\u202eb', 3, 'a?b'],
  ])('%j in %d columns', (text, columns, wanted) => {
    expect(fit(text, columns, false)).toBe(wanted);
    expect(widthOf(fit(text, columns, false))).toBe(columns);
    expect(fit(text, columns, true)).toMatch(/^[\x20-\x7e]*$/);
  });
});

describe('SVG', () => {
  const hostile = "\"><script>alert(1)</script><g onload='x'>\u0000\ud800";
  const given = buildTimeline([{ name: hostile, token: token({ ...usual, iss: hostile, sub: hostile }) }], {
    now: at('2026-03-01T14:10:00Z'),
    at: at('2026-03-01T14:05:00Z'),
    zone: 'UTC',
  });

  const everyNode = (node: SvgNode): SvgNode[] => [
    node,
    ...node.children.flatMap((child) => (typeof child === 'string' ? [] : everyNode(child))),
  ];

  it('holds no script, no style, no handler, no address', () => {
    for (const { name, attributes } of everyNode(svgTree(given))) {
      expect(['svg', 'title', 'desc', 'rect', 'line', 'path', 'text']).toContain(name);
      expect(Object.keys(attributes).filter((key) => /^on|style|href/i.test(key))).toEqual([]);
    }
  });

  it('escapes what came from outside', () => {
    const file = toSvg(given);
    expect(file).not.toMatch(/<script|<g /);
    expect(file).toContain('&quot;&gt;&lt;script&gt;');
    expect(file).not.toMatch(/[\u0000\ud800-\udfff]/);
    expect(printSvg(svg('text', { class: '"&<' }, '<&>'))).toBe('<text class="&quot;&amp;&lt;">&lt;&amp;&gt;</text>');
  });

  it('says in words what it shows', () => {
    const [title, description] = svgTree(timeline([usual])).children as SvgNode[];
    expect(title?.children).toEqual(['Now 14:10: A valid']);
    expect(description?.children).toEqual(['A is valid now (14:10): 10 min left, until 14:20:00Z.']);
  });

  it('keeps everything inside of its box', () => {
    for (const width of [300, 640, 960]) {
      for (const { attributes } of everyNode(svgTree(given, { width }))) {
        for (const name of ['x', 'x1', 'x2']) expect(Number(attributes[name] ?? 0)).toBeLessThanOrEqual(width);
        expect(Number(attributes.width ?? 0)).toBeLessThanOrEqual(width);
      }
    }
  });

  const channel = (hex: string): number => {
    const value = Number.parseInt(hex, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (colour: string): number =>
    0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7));
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))];
    return (light + 0.05) / (dark + 0.05);
  };

  it.each(['light', 'dark'] as const)('is legible in %s', (theme) => {
    const { paper, ink, quiet, now, at: asked, tones } = PALETTES[theme];
    for (const colour of [ink, quiet, now, asked]) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
    for (const colour of Object.values(tones)) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });
});
