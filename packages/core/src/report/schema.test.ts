import { readFileSync } from 'node:fs';
import { createCrypto } from '@why401/node';
import { mintKey, mintToken, NOW_MS, NOW_SECONDS, secretKey } from '@why401/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { schemaErrors } from '../../schema/validator.ts';
import { readPaste } from '../input/index.ts';
import { readKeys } from '../keys/index.ts';
import { readToken } from '../parse/index.ts';
import { buildTimeline, timelineJson } from '../timeline/index.ts';
import { describeToken, diffDocument, diffIssuers, judgeToken, verifyDocument } from '../verdict/index.ts';
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
    expect(unused.sort()).toEqual(['lintLine', 'replay', 'replayDifference', 'replayError']);
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

  const crypto = createCrypto();
  const [rsa, ec] = [mintKey('RS256'), mintKey('ES256')];
  const life = { iss: 'https://h.example', sub: 'u', iat: NOW_SECONDS - 60, exp: NOW_SECONDS + 60 };
  const good = mintToken({ key: rsa, claims: life });
  const set = JSON.stringify({ keys: [rsa.publicJwk, ec.publicJwk] });

  test.each<[string, string, string]>([
    ['a good token', good, set],
    ['claims that fail', mintToken({ key: rsa, claims: { iss: 'https://h.example/', exp: 1 } }), set],
    ['another key', good, ec.publicPem],
    ['a secret', mintToken({ key: secretKey('HS256', 'k', 'secret') }), 'secret'],
    ['a private key', good, rsa.privatePem],
    ['no token', 'nonsense', set],
    ['no key', good, '{"keys":[]}'],
    ['an unsigned token', 'eyJhbGciOiJub25lIn0.e30.', set],
  ])('verify: %s', (_, token, keys) => {
    const reading = readKeys(keys, crypto, { file: 'keys.json' });
    const request = {
      keys: reading.keys,
      policy: {},
      now: NOW_MS,
      leeway: 0,
      issuers: ['https://h.example'],
      audiences: ['x'],
    };
    const verified = verifyDocument(judgeToken(token, request, crypto), reading, crypto);
    expect(schemaErrors(document('verify', verified))).toEqual([]);
  });

  const part = (text: string): string => Buffer.from(text).toString('base64url');

  test.each<[string, string]>([
    ['a good token', `Bearer ${good}`],
    ['curl', `curl -H 'Authorization: Bearer ${good}' https://h.example`],
    ['two tokens', `${good}\n${mintToken({ key: ec })}`],
    ['opaque', 'c0ffee00c0ffee00c0ffee00c0ffee00'],
    ['nothing known', 'x y'],
    ['unsigned', `${part('{"alg":"none"}')}.${part('{"exp":1e999,"sub":"a","sub":"b"}')}.`],
    [
      'hostile',
      `${part('{"alg":"HS256","kid":"\\u202e","jku":"http://h"}')}.${part('{"iss":"\\u001b[31m","deep":[[[1]]],"__proto__":{"a":1}}')}.AA=`,
    ],
    ['no object', `${part('[]')}.${part('"text"')}.AA`],
    ['JWE', `${part('{"alg":"dir","enc":"A256GCM","zip":"DEF"}')}..AAAA.AAAA.AAAA`],
    ['nested', `${part('{"alg":"RS256","cty":"JWT"}')}.${part(good)}.AAAA`],
    [
      'JSON serialization',
      JSON.stringify({ payload: part('{"sub":"a"}'), protected: part('{"alg":"RS256"}'), signature: 'AAAA' }),
    ],
    ['cut off', good.slice(0, 80)],
  ])('decode: %s', (_, text) => {
    const { tokens, chosen } = readPaste(text);
    const found = tokens[chosen];
    const options = { crypto, zone: 'Europe/Berlin', among: { number: chosen + 1, of: tokens.length } };
    const described = describeToken(
      readToken(found?.text ?? text),
      NOW_MS,
      found === undefined ? options : { ...options, found },
    );
    expect(schemaErrors(document('decode', described))).toEqual([]);
    expect(schemaErrors(document('decode', { ...described, verified: true }))).not.toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['two tokens', [good, mintToken({ key: ec, claims: { ...life, iat: NOW_SECONDS, exp: NOW_SECONDS + 600 } })]],
    ['times that are none', [mintToken({ key: rsa, claims: { iat: 'x', exp: 1e300, nbf: -5 } })]],
    ['no token', ['opaque']],
  ])('timeline: %s', (_, tokens) => {
    const entries = tokens.map((token, at) => ({ name: String(at), token: readToken(token) }));
    const built = buildTimeline(entries, { now: NOW_MS, zone: 'UTC' });
    expect(schemaErrors(document('timeline', timelineJson(built)))).toEqual([]);
  });

  test('in tests nothing is printed that is not described', () => {
    expect(schemaErrors(document('diff', { ...diff('a', 'b'), added: 1 }))).not.toEqual([]);
  });
});
