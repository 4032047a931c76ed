import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaErrors } from '../../schema/validator.ts';
import { diffDocument, diffIssuers } from '../verdict/index.ts';
import { toJson } from './index.ts';

const schema = JSON.parse(readFileSync(new URL('../../schema/report.schema.json', import.meta.url), 'utf8'));
const document = (command: string, data: object): unknown => JSON.parse(toJson(command, data));
const diff = (a: string, b: string): object => diffDocument(diffIssuers(a, b));

describe('the published schema', () => {
  test('is a JSON Schema of 2020-12, and every reference in it leads somewhere', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('describes nothing that nothing uses', () => {
    const text = JSON.stringify(schema);
    const unused = Object.keys(schema.$defs).filter((name) => !text.includes(`"#/$defs/${name}"`));
    // Lines of NDJSON are no documents: readers of `replay` name these themselves.
    expect(unused).toEqual(['replay', 'replayError']);
  });

  test('allows members to be added, and does not let required ones go', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    const { whoMinds, ...rest } = document('diff', diff('a', 'b')) as Record<string, unknown>;
    expect(validate({ ...rest, whoMinds, added: 1 })).toBe(true);
    expect(validate({ ...rest, differences: undefined })).toBe(false);
    expect(validate({ ...rest, schemaVersion: 2 })).toBe(false);
    expect(validate({ ...rest, command: 'unheard-of' })).toBe(false);
  });

  test.each([
    ['https://h.example/as/', 'https://h.example/as'],
    ['', '\u202e\ud800'],
    ['same', 'same'],
  ])('diff of %j and %j', (a, b) => expect(schemaErrors(document('diff', diff(a, b)))).toEqual([]));

  test('a call that failed', () => {
    const problem = {
      code: 'yaml-too-deep',
      message: 'Too deep.',
      place: { file: 'kong.yaml', line: 3 },
      hint: 'Flatten it.',
    };
    expect(schemaErrors(document('explain', { problems: [problem] }))).toEqual([]);
    expect(schemaErrors(document('explain', { problems: [] }))).not.toEqual([]);
    expect(schemaErrors(document('explain', { problems: [{ ...problem, code: 'No Code' }] }))).not.toEqual([]);
  });

  test('in tests nothing is printed that is not described', () => {
    expect(schemaErrors(document('diff', { ...diff('a', 'b'), added: 1 }))).not.toEqual([]);
  });
});
