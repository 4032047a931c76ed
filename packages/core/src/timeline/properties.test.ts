import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../schema/validator.ts';
import { encodeBase64url, readToken } from '../parse/index.ts';
import { toJson } from '../report/index.ts';
import { buildTimeline } from './build.ts';
import type { AcceptWindow, Judge, Timeline, Verdict } from './model.ts';
import { widthOf } from './picture/columns.ts';
import { toBars } from './picture/to-bars.ts';
import { toSvg } from './picture/to-svg.ts';
import { toTables } from './picture/to-table.ts';
import { timelineJson } from './to-json.ts';
import { verdictAt } from './verdict.ts';
import { spanText } from './words/text.ts';
import { timelineWords } from './words/timeline-words.ts';

const NOW = Date.parse('2026-03-01T14:10:00Z');
const encode = (text: string): string => encodeBase64url(new TextEncoder().encode(text));

/** JSON texts that a claim may hold, numbers of every size and kind among them. */
const time = fc.oneof(
  fc.integer({ min: NOW / 1000 - 5000, max: NOW / 1000 + 5000 }).map(String),
  fc.integer({ min: NOW - 5e6, max: NOW + 5e6 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom('1e999', '-1e999', '1e400', '-0', '8640000000000', '8640000000001', '99999999999999', '1e2', '0.1'),
  fc.constantFrom('"1700000000"', '""', 'null', 'true', '[1]', '{"a":1}', '""'),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);

const claims = fc.dictionary(fc.constantFrom('iat', 'nbf', 'exp', 'auth_time', 'iss', 'sub', '__proto__'), time).map(
  (members) =>
    `{${Object.entries(members)
      .map(([name, text]) => `${JSON.stringify(name)}:${text}`)
      .join(',')}}`,
);

const tokens = claims.map((text) => readToken(`${encode('{"alg":"RS256","kid":"a1"}')}.${encode(text)}.c2ln`));
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', '-03:30');

const RANK: Readonly<Record<Verdict['state'], number>> = {
  'not-yet': 0,
  'accepted-although-early': 1,
  valid: 2,
  'accepted-although-malformed': 2,
  'accepted-although-expired': 3,
  expired: 4,
  ended: 4,
  refused: 5,
  unknown: 5,
};

const instants = fc.oneof(
  fc.integer({ min: NOW - 6e6, max: NOW + 6e6 }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(-8.64e15, 8.64e15, 0),
);

const bound = fc.option(fc.integer({ min: 0, max: 20 }));
const windows: fc.Arbitrary<AcceptWindow> = fc
  .tuple(bound, bound)
  .map(([from, until]) => ({ kind: 'window', from, fromBy: 'nbf', until, untilBy: 'exp' }));
const problem = { code: 'x', message: 'x' };
const lenient = { early: problem, late: problem, malformed: problem };

describe('whatever the claims hold', { timeout: 30_000 }, () => {
  it('nothing throws, and pictures keep to their columns', () => {
    fc.assert(
      fc.property(fc.array(tokens, { maxLength: 4 }), instants, instants, zones, (list, now, at, zone) => {
        const timeline = buildTimeline(
          list.map((token, index) => ({ name: `T${index}`, token, maxAge: 60, keySet: { name: 'k', keys: [] } })),
          { now, at, zone },
        );
        consume(timeline);
      }),
      { numRuns: 100 },
    );
  });

  it('a verdict only goes forward as time does', () => {
    fc.assert(
      fc.property(tokens, instants, instants, (token, first, second) => {
        const [before, after] = [Math.min(first, second), Math.max(first, second)];
        const { lives } = buildTimeline([{ name: 'T', token }], { now: before, at: after, zone: 'UTC' });
        const [late, early = late] = lives[0]?.standings ?? [];
        expect(RANK[early?.verdict.state ?? 'valid']).toBeLessThanOrEqual(RANK[late?.verdict.state ?? 'unknown']);
      }),
    );
  });

  it('a verdict changes at an event and nowhere else', () => {
    fc.assert(
      fc.property(tokens, instants, instants, (token, now, at) => {
        const { lives } = buildTimeline([{ name: 'T', token }], { now, at, zone: 'UTC' });
        const [life] = lives;
        const [asked, today = asked] = life?.standings ?? [];
        const [low, high] = [Math.min(now, at), Math.max(now, at)];
        const between = life?.events.some(
          (event) => ['nbf', 'exp'].includes(event.kind) && event.at > low && event.at <= high,
        );
        if (!between) expect(asked?.verdict.state).toBe(today?.verdict.state);
      }),
    );
  });

  it('no judge goes back, whatever the standard says', () => {
    fc.assert(
      fc.property(windows, windows, fc.integer({ min: -1, max: 20 }), (own, standard, at) => {
        const judge: Judge = { name: 'j', basis: [], window: own, lenient };
        const [here, next] = [verdictAt(judge, standard, at), verdictAt(judge, standard, at + 1)];
        expect(RANK[here.state]).toBeLessThanOrEqual(RANK[next.state]);
      }),
    );
  });
});

function consume(timeline: Timeline): void {
  for (const width of [40, 80, 100]) {
    for (const alphabet of ['unicode', 'ascii'] as const) {
      const picture = toBars(timeline, { alphabet, width });
      for (const line of picture.kind === 'verbatim' ? picture.lines : []) {
        const text = spanText(line);
        expect(widthOf(text)).toBeLessThanOrEqual(width);
        if (alphabet === 'ascii') expect(text).toMatch(/^[\x20-\x7e]*$/);
      }
    }
  }
  toSvg(timeline);
  toSvg(timeline, { width: 300 });
  toTables(timeline);
  timelineWords(timeline, { alphabet: 'unicode' });
  expect(schemaErrors(JSON.parse(toJson('timeline', timelineJson(timeline))))).toEqual([]);
}
