import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Report, type Tone, toHtml, toJson, toMarkdown, toText } from '../index.ts';
import { HOSTILE } from './hostile.ts';
import { exactlyInAscii, inAscii, sanitise } from './sanitise.ts';
import { widthOf } from './width.ts';

const tones: readonly Tone[] = ['plain', 'strong', 'good', 'bad', 'warn', 'dim', 'code', 'value', 'mark'];

/** The text in every place of a report where text can stand. */
const everywhere = (text: string): Report => {
  const spans = tones.map((tone) => ({ text, tone }));
  return {
    title: text,
    sections: [
      {
        id: text,
        title: text,
        blocks: [
          { kind: 'text', lines: [spans] },
          { kind: 'verbatim', lines: [spans], aside: spans },
        ],
      },
      {
        id: 'rest',
        title: '',
        blocks: [
          {
            kind: 'aligned',
            rows: [{ source: text, name: text, value: text, place: text, gaps: [{ at: 1, length: 2 }] }],
            marks: [{ at: 0, length: 1, note: text }],
          },
          {
            kind: 'frame',
            file: text,
            lines: [
              { number: 1, sign: '+', text },
              { sign: ' ', text },
            ],
          },
          {
            kind: 'steps',
            steps: [
              { outcome: 'fail', name: text, detail: spans, basis: text },
              { outcome: 'not-reached', name: text, detail: [] },
            ],
          },
          { kind: 'table', head: [text], rows: [[spans]] },
          { kind: 'code', language: 'sh', lines: [text] },
        ],
      },
    ],
  };
};

const printers: readonly (readonly [name: string, print: (report: Report) => string])[] = [
  ['text, 80 columns', (report) => toText(report, { width: 80, color: false, unicode: true })],
  ['text, in ASCII', (report) => toText(report, { width: 80, color: false, unicode: false })],
  ['text, for a pipe', (report) => toText(report, { width: Number.POSITIVE_INFINITY, color: false, unicode: true })],
  [
    'text, in colour',
    (report) =>
      toText(report, { width: 80, color: true, unicode: true }).replace(/\x1b\[(?:[1-9]|3[0-7]|1;31|0)m/g, ''),
  ],
  ['html', (report) => toHtml(report, { footer: report.title, language: report.title })],
  ['markdown', toMarkdown],
  ['json', (report) => toJson('test', { report })],
];

const allowed =
  /^[\n\x20-\x7e]$|^(?![\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}])[^\x00-\x7f]$/u;
const refused = (text: string): string[] =>
  Array.from(text).filter((letter) => !allowed.test(letter) || letter === '\u2800');

describe('nothing hostile comes out', () => {
  test('sixty of them', () => expect(HOSTILE.length).toBeGreaterThanOrEqual(60));

  describe.each(printers)('%s', (_, print) => {
    test.each(HOSTILE)('%s', (_name, text) => {
      const printed = print(everywhere(text));
      expect(refused(printed)).toEqual([]);
    });
  });

  test.each(HOSTILE)('%s is shown as an escape', (_, text) => {
    expect(sanitise(text)).toMatch(/\\u\{[0-9a-f]+\}|\\[nrt]/);
  });

  test('line feeds come only from the printer', () => {
    const lines = (text: string): number =>
      toText(everywhere(text), { width: Number.POSITIVE_INFINITY, color: false, unicode: true }).split('\n').length;
    expect(lines('a\nb\r\nc')).toBe(lines('abc'));
  });
});

describe('sanitise', () => {
  test.each([
    ['user\u202egnp.exe', 'user\\u{202e}gnp.exe'],
    ['a\tb\r\n', 'a\\tb\\r\\n'],
    ['caf\u00e9 cafe\u0301 日本語 😀 \u0e01\u0e33', 'caf\u00e9 cafe\u0301 日本語 😀 \u0e01\u0e33'],
    ['a\ud800b', 'a\\u{d800}b'],
    ['a\u0301\u0302\u0303\u0304\u0305', 'a\u0301\u0302\u0303\\u{304}\\u{305}'],
  ])('%j', (text, wanted) => expect(sanitise(text)).toBe(wanted));

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('a', '\u0301', '\u200b', '\ud800', '\udc00', '1', '"', '\\') }),
  );

  test.each([
    ['sanitise', sanitise],
    ['inAscii', inAscii],
    ['exactlyInAscii', exactlyInAscii],
  ])('%s is idempotent', (_, make) => {
    fc.assert(
      fc.property(anything, (text) => make(make(text)) === make(text)),
      { numRuns: 2000 },
    );
  });

  test('leaves nothing that must not come out, whatever goes in', () => {
    fc.assert(
      fc.property(anything, (text) => refused(sanitise(text)).length === 0),
      { numRuns: 2000 },
    );
  });

  test('only ASCII comes out for a terminal without Unicode', () => {
    fc.assert(fc.property(anything, (text) => /^[\x20-\x7e]*$/.test(inAscii(text) + exactlyInAscii(text))));
  });
});

test.each([
  ['abc', 3],
  ['日本', 4],
  ['ｶﾅ', 2],
  ['ＡＢ', 4],
  ['한국', 4],
  ['e\u0301', 1],
  ['😀', 2],
  ['', 0],
])('%j takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));
