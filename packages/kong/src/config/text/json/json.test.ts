import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child, elements, NONE } from '../nodes.ts';
import { readJson } from './index.ts';

const LIMITS = { depth: 64, expanded: 1000 };

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('', ' ', '\n\t'), (text, space) => {
        const reading = readJson(space + text + space, LIMITS);
        expect(reading.ok && reading.value).toEqual(JSON.parse(text));
      }),
    );
  });

  it('knows where everything stands', () => {
    const text = '{"a": [1, {"b": "x\\"y"}], "c": null}';
    const reading = readJson(text, LIMITS);
    if (!reading.ok) throw new Error(reading.fault.message);
    const { nodes } = reading;
    const start = (node: number): string => (node === NONE ? 'nowhere' : text.slice(nodes.starts[node]));
    const list = child(nodes, 0, 'a');
    expect(start(list)).toMatch(/^\[1/);
    expect(start(child(nodes, elements(nodes, list)[1] ?? NONE, 'b'))).toMatch(/^"x/);
    expect(start(child(nodes, 0, 'c'))).toBe('null}');
    expect(start(child(nodes, 0, 'd'))).toBe('nowhere');
  });

  it.each([
    ['nothing', '', 'json-syntax 0'],
    ['a trailing comma', '[1,]', 'json-syntax 3'],
    ['a comma too many in an object', '{"a":1,}', 'json-syntax 7'],
    ['a key without quotes', '{a:1}', 'json-syntax 1'],
    ['no colon', '{"a" 1}', 'json-syntax 5'],
    ['no comma', '[1 2]', 'json-syntax 3'],
    ['an open quote', '["a', 'json-syntax 1'],
    ['a wrong escape', '["\\x"]', 'json-syntax 1'],
    ['a line break in a text', '["a\nb"]', 'json-syntax 1'],
    ['a word', '[nul]', 'json-syntax 1'],
    ['a leading zero', '[01]', 'json-syntax 2'],
    ['something behind', '{} x', 'json-syntax 3'],
    ['65 levels', '['.repeat(65), 'json-too-deep 64'],
    ['20,000 levels', '{"a":'.repeat(20_000), 'json-too-deep 320'],
  ])('refuses %s', (_, text, wanted) => {
    const reading = readJson(text, LIMITS);
    expect(reading.ok ? 'fine' : `${reading.fault.code} ${reading.fault.at}`).toBe(wanted);
  });

  it('lets the last of two equal keys count, and says so', () => {
    const reading = readJson('{"a": 1, "a": 2, "__proto__": 3}', LIMITS);
    expect(reading.ok && JSON.stringify(reading.value)).toBe('{"a":2,"__proto__":3}');
    expect(reading.ok && reading.smells).toEqual([{ code: 'yaml-duplicate-key', at: 9, name: 'a' }]);
  });
});
