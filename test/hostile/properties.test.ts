import { readPaste } from '@why401/core/input';
import { scanJson } from '@why401/core/json';
import { type JwsToken, readToken } from '@why401/core/parse';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, it } from 'vitest';
import { look } from './look.ts';
import { b64, octets, token } from './made.ts';

/** Given by hand to repeat a failure; else a new one each time. fast-check prints the seed of a failure. */
const seed = process.env.FC_SEED === undefined ? Date.now() & 0x7fffffff : Number(process.env.FC_SEED);
const parameters = { seed, numRuns: 400 };

const segment = fc.uint8Array({ maxLength: 60 }).map((bytes) => b64(bytes));
const json = fc.json({ maxDepth: 4 });
/** Objects as an issuer, or somebody hostile, writes them: names that recur, escapes, odd numbers. */
const name = fc.constantFrom('a', 'alg', 'exp', '__proto__', 'constructor', '\\u0061', 'ü', '');
const value = fc.oneof(json, fc.constantFrom('1e999', '-0', '"\\ud800"', '"\u202e"', '{"a":1,"a":2}', '[]', 'NaN'));
const object = fc
  .array(fc.tuple(name, value), { maxLength: 8 })
  .map((members) => `{${members.map(([key, text]) => `"${key}":${text}`).join(',')}}`);
const part = fc.oneof(segment, json.map(b64), object.map(b64));
const tokenText = fc.oneof(
  fc.tuple(part, part, segment).map((parts) => parts.join('.')),
  fc.array(part, { maxLength: 7 }).map((parts) => parts.join('.')),
);
/** A good token with a character put in, taken out or changed. */
const changed = fc
  .tuple(fc.nat(400), fc.nat(2), fc.constantFrom('.', '=', '+', ' ', '\u200b', 'A', '_', '%', '\n'))
  .map(([at, deleted, inserted]) => {
    const good = token();
    const from = at % good.length;
    return good.slice(0, from) + inserted + good.slice(from + deleted);
  });
const text = fc.oneof(
  tokenText,
  changed,
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('Bearer ', 'curl -H "', 'HTTP/1.1 401\n', '{"a":"', 'GET / HTTP/1.1\nA: '), changed)
    .map((parts) => parts.join('')),
);

describe(`properties (seed ${seed})`, () => {
  it('nothing throws, and every place lies in the text', () => {
    fc.assert(
      fc.property(text, (input) => {
        const paste = readPaste(input);
        for (const { place } of paste.tokens) {
          expect(place.from ?? 0).toBeGreaterThanOrEqual(0);
          expect(place.to ?? 0).toBeLessThanOrEqual(paste.text.length);
        }
        const read = readToken(input);
        for (const { place } of read.problems) expect(place?.to ?? 0).toBeLessThanOrEqual(input.length);
        look({ text: input, as: 'token' });
        look({ text: input, as: 'paste' });
      }),
      parameters,
    );
  });

  it('what the strict reading takes, jose decodes to the same', () => {
    fc.assert(
      fc.property(fc.oneof(tokenText, changed), (input) => {
        const read = readToken(input);
        if (read.kind !== 'jws' || read.problems.length > 0 || read.nested !== undefined) return;
        expect(decodeProtectedHeader(input)).toEqual(read.header);
        expect(decodeJwt(input)).toEqual(read.claims);
      }),
      { ...parameters, numRuns: 2000 },
    );
  });

  it('a changed character is never read as the same token', () => {
    const good = readToken(token()) as JwsToken;
    fc.assert(
      fc.property(changed, (input) => {
        const read = readToken(input);
        if (input === good.text || read.kind !== 'jws' || read.problems.length > 0) return;
        const isSame = read.signingInput === good.signingInput && b64(read.signature) === b64(good.signature);
        expect(isSame).toBe(false);
      }),
      { ...parameters, numRuns: 2000 },
    );
  });

  it('the quick way finds what the scanner finds', () => {
    fc.assert(
      fc.property(object, (payload) => {
        const read = readToken(`${b64('{"alg":"HS256"}')}.${b64(payload)}.${b64(octets(32))}`) as JwsToken;
        const scan = scanJson(payload);
        const isOdd = scan.stop !== undefined || scan.duplicates.length > 0 || scan.notes.length > 0;
        if (isOdd) expect(read.plain).toBe(false);
        expect(read.problems.some(({ code }) => code === 'duplicate-member')).toBe(
          scan.stop === undefined && scan.duplicates.length > 0,
        );
        expect(read.problems.some(({ code }) => code === 'not-json')).toBe(scan.stop?.code === 'not-json');
      }),
      { ...parameters, numRuns: 2000 },
    );
  });

  it('the scanner takes what JSON.parse takes, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(json, object, fc.string()), (input) => {
        let isJson = true;
        try {
          JSON.parse(input);
        } catch {
          isJson = false;
        }
        expect(scanJson(input).stop === undefined).toBe(isJson);
      }),
      { ...parameters, numRuns: 2000 },
    );
  });

  it('a token is read alike whatever was read before it', () => {
    fc.assert(
      fc.property(tokenText, changed, (one, other) => {
        const alone = JSON.stringify(look({ text: one, as: 'token' }).description);
        readToken(other);
        look({ text: other, as: 'token' });
        expect(JSON.stringify(look({ text: one, as: 'token' }).description)).toBe(alone);
      }),
      parameters,
    );
  });
});
