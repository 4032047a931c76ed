import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refused } from '../golden/report.ts';
import { type Report, toHtml } from '../index.ts';
import { STYLE, STYLE_HASH } from './style.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</pre></code><iframe src=javascript:alert(1)>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!-- --><base href=//evil.test>',
  '&lt;script&gt;',
  '<a href="javascript:alert(1)">x</a>',
  '<meta http-equiv=refresh content=0;url=//evil.test>',
  '{{constructor.constructor("alert(1)")()}}',
  '`${alert(1)}`',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '\u202e<b>',
];

const everywhere = (text: string): Report => ({
  title: text,
  sections: [
    {
      id: text,
      title: text,
      blocks: [
        { kind: 'text', lines: [[{ text }, { text, tone: 'value' }, { text, tone: 'mark' }, { text, tone: 'bad' }]] },
        { kind: 'verbatim', lines: [[{ text }]], aside: [{ text }] },
        {
          kind: 'aligned',
          rows: [{ source: text, name: text, value: text, place: text }],
          marks: [{ at: 0, length: 3, note: text }],
        },
        { kind: 'frame', file: text, lines: [{ number: 1, sign: '-', text }] },
        {
          kind: 'steps',
          steps: [
            { outcome: 'fail', name: text, detail: [{ text }], basis: text },
            { outcome: 'not-reached', name: text, detail: [] },
          ],
        },
        { kind: 'table', head: [text], rows: [[[{ text }]]] },
        { kind: 'code', language: 'json', lines: [text] },
      ],
    },
  ],
});

/** Tags with their attributes' names, as an HTML tokeniser reads them. */
function tags(page: string): readonly string[] {
  return [...page.matchAll(/<(!?\/?[a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>/gi)].map(
    ([, name, attributes]) =>
      [name, ...[...(attributes ?? '').matchAll(/([a-z-]+)="/gi)].map(([, one]) => one)].join(' '),
  );
}

describe('the shared page', () => {
  test('is made of the same tags whatever the text says', () => {
    const harmless = tags(toHtml(everywhere('x'), { footer: 'x' }));
    expect(harmless.some((tag) => /script|\bsrc\b|href|\bon/.test(tag))).toBe(false);
    for (const payload of PAYLOADS) {
      const page = toHtml(everywhere(payload), { footer: payload, language: payload });
      expect(tags(page)).toEqual(harmless);
      const bodyOnly = page.replace(STYLE, '');
      expect([...bodyOnly].filter((letter) => letter === '<').length).toBe(
        [...toHtml(everywhere('x'), { footer: 'x' }).replace(STYLE, '')].filter((letter) => letter === '<').length,
      );
    }
  });

  test('any text at all leaves the tags alone', () => {
    const harmless = tags(toHtml(everywhere('x'))).length;
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => tags(toHtml(everywhere(text))).length === harmless));
  });

  test('allows its own style and nothing else', () => {
    const digest = createHash('sha256').update(STYLE).digest('base64');
    expect(STYLE_HASH).toBe(`sha256-${digest}`);
    const page = toHtml(refused);
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${digest}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page).not.toMatch(/<script|\sstyle=|\son[a-z]+=|https?:\/\/(?!auth\.pingone\.example)/i);
  });

  test('has every id once', () => {
    const sections = ['why', 'cure', 'why', 'why'].map((id) => ({ id, title: id, blocks: [] }));
    const ids = [...toHtml({ title: '', sections }).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(['why', 'cure', 'why-2', 'why-3']);
  });

  test('names its language, its outcomes in words, and reads on narrow, dark and printed pages', () => {
    const page = toHtml(refused);
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('✗ no');
    expect(STYLE).toMatch(/prefers-color-scheme:dark/);
    expect(STYLE).toMatch(/@media print/);
    expect(page).toContain('width=device-width');
  });
});
