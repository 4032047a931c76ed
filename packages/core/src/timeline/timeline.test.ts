import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeBase64url, readToken } from '../parse/index.ts';
import type { Block } from '../report/index.ts';
import { buildTimeline } from './build.ts';
import type { TimelineEntry } from './model.ts';
import { toBars } from './picture/to-bars.ts';
import { toTables } from './picture/to-table.ts';
import { timelineJson } from './to-json.ts';
import { spanText } from './words/text.ts';
import { timelineWords } from './words/timeline-words.ts';

const rulePages = new URL('../../../../docs/rules/', import.meta.url);

const encode = (value: unknown): string => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
const token = (claims: object, header: object = { alg: 'RS256', kid: 'a1' }) =>
  readToken(`${encode(header)}.${encode(claims)}.c2ln`);

const seconds = (clock: string): number => Date.parse(`2026-03-01T${clock}:00Z`) / 1000;
const noon = (clock: string): number => seconds(clock) * 1000;
const who = { iss: 'https://idp.example', sub: 'u1' };
const a: TimelineEntry = { name: 'A', token: token({ ...who, iat: seconds('14:00'), exp: seconds('14:20') }) };
const b: TimelineEntry = { name: 'B', token: token({ ...who, iat: seconds('14:05'), exp: seconds('14:25') }) };

const printed = (block: Block): string =>
  block.kind === 'verbatim' ? block.lines.map((line) => spanText(line).trimEnd()).join('\n') : '';

const said = (entries: readonly TimelineEntry[], now: number, at = now, zone = 'UTC') =>
  Object.fromEntries(
    timelineWords(buildTimeline(entries, { now, at, zone }), { alphabet: 'ascii' }).sections.map(({ id, blocks }) => [
      id,
      blocks.flatMap((block) => (block.kind === 'text' ? block.lines.map(spanText) : [])),
    ]),
  );

describe('A issued at 14:00 for 20 minutes, B at 14:05: is A still good at 14:10?', () => {
  const timeline = buildTimeline([a, b], { now: noon('14:30'), at: noon('14:10'), zone: 'UTC' });

  it('draws it in ASCII', () => {
    const picture = buildTimeline([a, b], { now: noon('14:10'), zone: 'UTC' });
    expect(printed(toBars(picture, { alphabet: 'ascii' }))).toBe(
      [
        '           14:00          14:05          14:10          14:15          14:20          14:25',
        'A  kid a1  |=============================|=============================|                 until 14:20',
        'B  kid a1                 |==============|============================================|  until 14:25',
        '                                         ^ now 14:10',
        '           2026-03-01, UTC',
      ].join('\n'),
    );
  });

  it('draws it in Unicode, in 80 columns, asked later', () => {
    expect(printed(toBars(timeline, { alphabet: 'unicode', width: 80 }))).toBe(
      [
        '           14:00    14:05    14:10     14:15    14:20    14:25    14:30',
        'A  kid a1  ┣━━━━━━━━━━━━━━━━━╋━━━━━━━━━━━━━━━━━━┫                    until 14:20',
        'B  kid a1           ┣━━━━━━━━╋━━━━━━━━━━━━━━━━━━━━━━━━━━━┫           until 14:25',
        '                             ▲ at 14:10, 20 min ago',
        '                                                                  ▲ now 14:30',
        '           2026-03-01, UTC',
      ].join('\n'),
    );
  });

  it('answers it', () => {
    const report = said([a, b], noon('14:10'));
    expect(report['verdict']).toEqual([
      'A is valid now (14:10): 10 min left, until 14:20:00Z. A newer token (B) does not end an older one.',
      'B is valid now (14:10): 15 min left, until 14:25:00Z.',
    ]);
    expect(report['not']?.[0]).toBe('A: B, although newer, does not end A: no claim of a token speaks of another one.');
    expect(report['together']?.[1]).toBe('A and B are both good from 14:05:00Z until 14:20:00Z (15 min).');
  });

  it('answers it for two times, in two zones', () => {
    expect(said([a, b], noon('14:30'), noon('14:10'), 'Europe/Berlin')).toMatchObject({
      verdict: [
        'A is valid at 15:10: 10 min left, until 15:20:00+01:00 (14:20:00Z). A newer token (B) does not end an older one.',
        'B is valid at 15:10: 15 min left, until 15:25:00+01:00 (14:25:00Z).',
      ],
      now: [
        'A is expired now (15:30): since 15:20:00+01:00 (14:20:00Z), 10 min ago.',
        'B is expired now (15:30): since 15:25:00+01:00 (14:25:00Z), 5 min ago.',
      ],
    });
  });

  it('shows now no finer than seconds', () => {
    expect(said([a], noon('14:10') + 7250)['verdict']?.[0]).toMatch(/^A is valid now \(14:10:07\): 9 min 52 s left/);
  });

  it('tells the same facts as data and as tables', () => {
    const { tokens, subjects } = timelineJson(timeline);
    expect(tokens.map(({ verdicts }) => verdicts.map(({ mark, state }) => `${mark} ${state}`))).toEqual([
      ['at valid', 'now expired'],
      ['at valid', 'now expired'],
    ]);
    expect(subjects[0]?.overlaps).toEqual([
      { first: 'A', second: 'B', from: '2026-03-01T14:05:00.000Z', until: '2026-03-01T14:20:00.000Z' },
    ]);
    const [lives] = toTables(timeline);
    expect(lives?.kind === 'table' && lives.rows.map((row) => row.map(spanText))).toEqual([
      ['A', 'RFC 7519', '–', '2026-03-01T14:20:00Z', 'valid'],
      ['B', 'RFC 7519', '–', '2026-03-01T14:25:00Z', 'valid'],
    ]);
  });
});

describe('one verdict for each token and time', () => {
  const state = (claims: object, clock: string): string => {
    const { lives } = buildTimeline([{ name: 'T', token: token(claims) }], { now: noon(clock), zone: 'UTC' });
    return lives[0]?.standings[0]?.verdict.state ?? 'none';
  };

  it.each([
    [{ exp: seconds('14:20') }, '14:19', 'valid'],
    // RFC 7519 §4.1.4: on or after.
    [{ exp: seconds('14:20') }, '14:20', 'expired'],
    [{ nbf: seconds('14:20') }, '14:19', 'not-yet'],
    [{ nbf: seconds('14:20') }, '14:20', 'valid'],
    [{}, '14:20', 'valid'],
    [{ exp: `${seconds('14:20')}` }, '14:10', 'refused'],
    [{ exp: null }, '14:10', 'refused'],
    [{ nbf: [1] }, '14:10', 'refused'],
    [{ exp: noon('14:20') }, '14:10', 'valid'],
    [{ exp: 1e300 }, '14:10', 'valid'],
    [{ exp: -1e300 }, '14:10', 'expired'],
    [{ exp: seconds('14:20') + 0.5 }, '14:20', 'valid'],
    [{ exp: seconds('14:00'), nbf: seconds('14:20') }, '14:10', 'expired'],
    [{ iat: seconds('14:20'), exp: seconds('14:30') }, '14:10', 'valid'],
  ])('%j at %s: %s', (claims, clock, wanted) => {
    expect(state(claims, clock)).toBe(wanted);
  });

  it.each([
    [
      `${encode({ alg: 'none' })}.${encodeBase64url(new TextEncoder().encode('{"exp":1e999}'))}.`,
      'number-out-of-range',
    ],
    [`${encode({ alg: 'RS256' })}.${encode('text')}.c2ln`, 'claims-unreadable'],
    [`${encode({ alg: 'dir', enc: 'A128GCM' })}..aa.aa.aa`, 'claims-encrypted'],
    ['0123456789abcdef0123456789abcdef', 'token-opaque'],
  ])('cannot judge %s: %s', (text, code) => {
    const { lives } = buildTimeline([{ name: 'T', token: readToken(text) }], { now: noon('14:10'), zone: 'UTC' });
    const verdict = lives[0]?.standings[0]?.verdict;
    expect(verdict?.state === 'unknown' && verdict.reason.code).toBe(code);
  });
});

/** Remarks that are no defects, so that no rule explains them. */
const WITHOUT_PAGE: readonly string[] = ['time-has-fraction'];

describe('what is odd about time claims', () => {
  it.each([
    [{ exp: noon('14:20') }, ['time-in-milliseconds']],
    [{ exp: noon('14:20') * 1000 }, ['time-in-milliseconds']],
    [{ exp: `${seconds('14:20')}` }, ['exp-not-a-number']],
    [{ exp: 'tomorrow' }, ['exp-not-a-number']],
    [{ exp: seconds('14:20'), nbf: true }, ['time-not-a-number']],
    [{ exp: seconds('14:20') + 0.5 }, ['time-has-fraction']],
    [{ exp: 1e300 }, ['time-out-of-range']],
    [{ exp: -5 }, ['time-out-of-range']],
    [{ exp: seconds('14:00'), nbf: seconds('14:00') }, ['exp-before-nbf']],
    [{ exp: seconds('14:00'), iat: seconds('14:01') }, ['exp-before-iat']],
    [{ exp: seconds('15:00'), iat: seconds('14:11') }, ['issued-in-the-future']],
    [{ exp: seconds('14:00') + 4e7, iat: seconds('14:00') }, ['lifetime-too-long']],
    [{ iat: seconds('14:00') }, ['exp-missing']],
    [{ exp: seconds('14:20'), iat: seconds('14:00'), nbf: seconds('14:00') }, []],
  ])('%j: %j', (claims, codes) => {
    const { lives } = buildTimeline([{ name: 'T', token: token(claims) }], { now: noon('14:10'), zone: 'UTC' });
    expect(lives[0]?.remarks.map(({ code }) => code)).toEqual(codes);
    for (const code of codes)
      expect(WITHOUT_PAGE.includes(code) || existsSync(new URL(`${code}.md`, rulePages))).toBe(true);
  });
});
