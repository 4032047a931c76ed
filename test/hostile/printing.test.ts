import { toHtml, toJson, toMarkdown, toText } from '@why401/core/report';
import { describe, expect, it } from 'vitest';
import { look } from './look.ts';
import { hostileInputs } from './rows/index.ts';

/** What must not reach a screen or a log as it is: C0 but for line ends, DEL, C1, bidirectional and zero-width. */
const DANGEROUS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** So much of a token's text must not be in an output. */
const WINDOW = 60;

describe('every hostile input in every format', () => {
  it.each(hostileInputs)('%i %s', (_, __, input) => {
    const { report, description } = look(input);
    if (report === undefined || description === undefined) return;
    const outputs = [
      toText(report, { width: 100, color: false, unicode: true }),
      toText(report, { width: 40, color: false, unicode: false }),
      toHtml(report),
      toMarkdown(report),
      toJson('decode', description),
    ];
    for (const output of outputs) {
      expect(DANGEROUS.exec(output)?.[0].codePointAt(0)).toBeUndefined();
      expect(LONE.test(output)).toBe(false);
    }
    expect(outputs[2]).not.toMatch(/<img|<script/i);
    expect(JSON.parse(outputs[4] ?? '')).toMatchObject({ command: 'decode', kind: description.kind });
    const start = input.text.search(/eyJ/);
    const part = start < 0 ? '' : input.text.slice(start, start + WINDOW);
    const isToken = /^[\w.-]+$/.test(part) && part.length === WINDOW;
    if (isToken) expect(outputs.filter((output) => output.includes(part))).toEqual([]);
  });
});
