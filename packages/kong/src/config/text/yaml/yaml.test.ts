import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readYaml } from './index.ts';

const LIMITS = { depth: 64, expanded: 100_000 };
const read = (text: string): unknown => {
  const reading = readYaml(text, LIMITS);
  return reading.ok ? reading.value : reading.fault;
};
/** `code line:column` */
const fault = (text: string): string => {
  const reading = readYaml(text, LIMITS);
  if (reading.ok) return 'fine';
  const before = text.slice(0, reading.fault.at).split('\n');
  return `${reading.fault.code} ${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

describe('plain scalars, as lyaml reads them', () => {
  it.each<[string, unknown]>([
    ['true', true],
    ['Yes', true],
    ['on', true],
    ['OFF', false],
    ['no', false],
    ['y', 'y'],
    ['N', 'N'],
    ['yEs', 'yEs'],
    ['null', null],
    ['~', null],
    ['nil', 'nil'],
    ['0', 0],
    ['-0', -0],
    ['007', 7],
    ['0777', 511],
    ['0123', 83],
    ['08', 8],
    ['1_000', 1000],
    ['_1', 1],
    ['+12', 12],
    ['1e3', 1000],
    ['3.0', 3],
    ['.5', 0.5],
    ['1.', 1],
    ['1.2.3', '1.2.3'],
    ['e3', 'e3'],
    ['0x1F', 31],
    ['0x', '0x'],
    ['0b11', 3],
    ['0b1', '0b1'],
    ['12:30:45', 45045],
    ['1:30.5', 90.5],
    ['190:60', 11460],
    ['190:a', '190:a'],
    ['.inf', Number.POSITIVE_INFINITY],
    ['-.INF', Number.NEGATIVE_INFINITY],
    ['.NaN', Number.NaN],
    ['0x1p4', '0x1p4'],
    ['0x1.8p1', 3],
    ['2025-11-24', '2025-11-24'],
    ['1.10', 1.1],
    ['9007199254740993', 9007199254740992],
    ['a b  c', 'a b  c'],
    ['a#b', 'a#b'],
    ['a #b', 'a'],
    ['http://x:80/y', 'http://x:80/y'],
    ['${{ env "X" }}', '${{ env "X" }}'],
    ["'it''s'", "it's"],
    ['"0777"', '0777'],
    ['"a\\tb\\x41\\u00e9\\U0001F600\\/"', 'a\tbAé😀/'],
    ['!!str 12', '12'],
    ['!!int "12"', 12],
    ['!!float 3', 3],
    ['!!bool y', true],
    ['!!null x', null],
    ['!mine 12', 12],
    ['! 12', 12],
  ])('%s', (text, wanted) => {
    expect(read(`v: ${text}\n`)).toEqual({ v: wanted });
  });
});

describe('structure', () => {
  it.each<[string, string, unknown]>([
    ['a list at its key’s column', 'a:\n- 1\n- 2\nb: 3\n', { a: [1, 2], b: 3 }],
    ['lists in lists', '- - 1\n  - 2\n- 3\n', [[1, 2], 3]],
    ['empty values', 'a:\nb:\n- \n- x\n', { a: null, b: [null, 'x'] }],
    ['flow', 'a: {b: [1, {c: d}], e: , "f":g}\n', { a: { b: [1, { c: 'd' }], e: null, f: 'g' } }],
    ['a pair in a list', 'a: [b: c]\n', { a: [{ b: 'c' }] }],
    ['flow over lines', 'a: [\n1,\n2\n]\n', { a: [1, 2] }],
    ['a trailing comma', 'a: [1, 2, ]\n', { a: [1, 2] }],
    ['plain over lines', 'a: one\n  two\n\n  three\n', { a: 'one two\nthree' }],
    ['double quotes over lines', 'a: "one\n  two\\\n  three\n\n  four"\n', { a: 'one twothree\nfour' }],
    ['literal', 'a: |\n  x\n   y\n\n  z\n\nb: 1\n', { a: 'x\n y\n\nz\n', b: 1 }],
    ['literal, stripped', 'a: |-\n  x\n', { a: 'x' }],
    ['literal, kept', 'a: |+\n  x\n\nb: 1\n', { a: 'x\n\n', b: 1 }],
    ['literal with its own indentation', 'a: |2\n    x\n   y\n', { a: '  x\n y\n' }],
    ['folded', 'a: >\n  x\n  y\n\n  z\n   w\n  v\n', { a: 'x y\nz\n w\nv\n' }],
    ['explicit key', '? a\n: b\n', { a: 'b' }],
    ['a key that is a number', '1: a\n"1": b\n', { '\x001': 'a', 1: 'b' }],
    ['a key twice', 'a: 1\na: 2\n', { a: 2 }],
    ['alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['merge', 'a: &x {p: 1, q: 2}\nb:\n  p: 0\n  <<: *x\n', { a: { p: 1, q: 2 }, b: { p: 0, q: 2 } }],
    ['merge of a list', 'b:\n  <<: [{p: 1}, {p: 2, q: 3}]\n  q: 4\n', { b: { p: 1, q: 4 } }],
    ['two documents', 'a: 1\n---\nb: 2\n', { a: 1 }],
    ['document marks', '%YAML 1.1\n---\na: 1\n...\n', { a: 1 }],
    ['a tag handle', '%TAG !k! tag:yaml.org,2002:\n---\na: !k!str 1\n', { a: '1' }],
    ['byte order mark', '\ufeffa: 1\n', { a: 1 }],
    ['CRLF', 'a: |\r\n  x\r\n  y\r\nb: 1\r\n', { a: 'x\ny\n', b: 1 }],
    ['comments', '# x\na: 1 # y\n# z\nb: 2\n', { a: 1, b: 2 }],
    ['nothing', '', undefined],
    ['a comment only', '# x\n', undefined],
    ['__proto__ is a key like others', '__proto__: {a: 1}\n', JSON.parse('{"__proto__":{"a":1}}')],
  ])('%s', (_, text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', 'yaml-syntax 2:1'],
    ['a tab in a plain text', 'a: b\n\tc\n', 'yaml-syntax 2:1'],
    ['wrong indentation', 'a:\n  b: 1\n c: 2\n', 'yaml-syntax 3:2'],
    ['a quote that is never closed', 'a: "b\nc: d\n', 'yaml-syntax 1:4'],
    ['an alias to nothing', 'a: *x\n', 'yaml-syntax 1:4'],
    ['an alias to itself', 'a: &x [*x]\n', 'yaml-alias-circle 1:8'],
    ['two colons', 'a: b: c\n', 'yaml-syntax 1:5'],
    ['a key without a colon', 'a: 1\nb\n', 'yaml-syntax 2:1'],
    ['a bracket that is never closed', 'a: [1\nb: 2\n', 'yaml-syntax 2:2'],
    ['a template in double quotes', 'a: "${{ env "X" }}"\n', 'yaml-syntax 1:14'],
    ['a wrong escape', 'a: "\\q"\n', 'yaml-syntax 1:5'],
    ['half a surrogate pair', 'a: "\\ud800"\n', 'yaml-syntax 1:5'],
    ['an at sign', 'a: @b\n', 'yaml-syntax 1:4'],
    ['a control character', 'a: b\u0001\n', 'yaml-syntax 1:5'],
    ['NUL', 'a: b\0\n', 'yaml-syntax 1:5'],
    ['a number that is none', 'a: !!int x\n', 'yaml-syntax 1:10'],
    ['a merge of a text', 'a:\n  <<: x\n', 'yaml-syntax 2:3'],
    ['YAML 2', '%YAML 2.0\n---\na: 1\n', 'yaml-syntax 1:1'],
    ['an unknown handle', 'a: !x!y z\n', 'yaml-syntax 1:4'],
    ['a fault in the second document', 'a: 1\n---\nb: [\n', 'yaml-syntax 4:1'],
    ['a list in the same line', 'a: - 1\n', 'yaml-syntax 1:4'],
    ['a long simple key', `${'k'.repeat(1100)}: 1\n`, 'yaml-syntax 1:1101'],
    ['a bracket at the end', '- [a, {b: c', 'yaml-syntax 1:12'],
  ])('refuses %s', (_, text, wanted) => {
    expect(fault(text)).toBe(wanted);
  });

  it.each([
    ['a key twice', 'a: 1\na: 2\n', ['yaml-duplicate-key a']],
    ['merge', 'a: &x {p: 1}\nb: {<<: *x, p: 2}\n', ['yaml-merge-key <<']],
    ['unknown tag', 'a: !js/function x\n', ['yaml-unknown-tag !js/function']],
    ['two documents', 'a: 1\n---\nb: 2\n---\nc: 3\n', ['yaml-several-documents ']],
    ['known tags and quotes', "a: !!str 1\nb: !!map {}\n'c': 3\n", []],
  ])('smells of %s', (_, text, wanted) => {
    const reading = readYaml(text, LIMITS);
    expect(reading.ok && reading.smells.map(({ code, name }) => `${code} ${name}`)).toEqual(wanted);
  });

  it('reads what another writer writes', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\0\x85\u2028\u2029]/.test(text));
    const tree = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(word, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      ),
    })).value;
    const collection = fc.oneof(fc.array(tree), fc.dictionary(word, tree, { noNullPrototype: true }));
    const options = { version: '1.1', defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const;
    fc.assert(
      fc.property(collection, fc.boolean(), (value, flow) => {
        const text = stringify(value, { ...options, collectionStyle: flow ? 'flow' : 'block', lineWidth: 0 });
        expect(read(text)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever it is given', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      ':',
      '- ',
      '? ',
      '\n',
      '  ',
      '\t',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '!t',
      '#',
      '---\n',
      '%YAML',
      '<<',
      '~',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(typeof readYaml(pieces.join(''), LIMITS).ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});
