import { describe, expect, it } from 'vitest';
import { ADVICE } from '../tables/advice/index.ts';
import { CAUSE_CODES } from '../tables/causes/index.ts';
import { LINES } from '../tables/lines/index.ts';
import { LINE_MEANINGS, MESSAGES } from '../tables/messages/index.ts';
import { dictionaryReport, lookUp } from './index.ts';

const idsOf = (text: string): readonly string[] => {
  const { messages, lines, advice, near } = lookUp(text);
  return [
    ...messages.map(({ message }) => message.id),
    ...lines.map(({ code }) => code),
    ...advice.map(({ id }) => `said:${id}`),
    ...near.map(({ id }) => `near:${id}`),
  ];
};
/** A template with something in each of its places. */
const filled = (template: string): string => template.replace(/\{\w+\}/g, 'x9');

describe('every message', () => {
  it.each(MESSAGES.map((message) => [message.id, message] as const))('%s', (id, message) => {
    expect(idsOf(filled(message.text))).toContain(id);
    if (message.advice !== undefined) expect(ADVICE.map((one) => one.id)).toContain(message.advice);
  });

  it('has an id of its own', () => {
    expect(new Set(MESSAGES.map(({ id }) => id)).size).toBe(MESSAGES.length);
  });
});

describe('every line of error.log', () => {
  it.each(LINES.map(({ code, example }) => [code, example] as const))('%s', (code, example) => {
    const meaning = LINE_MEANINGS[code];
    expect(meaning).toBeDefined();
    expect(idsOf(example)).toContain(code);
    if (meaning?.advice !== undefined) expect(ADVICE.map((one) => one.id)).toContain(meaning.advice);
  });
});

describe('advice', () => {
  it.each(ADVICE.map((advice) => [advice.id, advice.says] as const))('%s', (id, says) => {
    expect(idsOf(says)).toContain(`said:${id}`);
  });
});

describe('every cause', () => {
  it.each(CAUSE_CODES)('%s', (cause) => {
    expect(lookUp(cause).cause).toBe(cause);
    expect(dictionaryReport(lookUp(cause)).sections.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['cause', 'check', 'cure']),
    );
  });
});

describe('a text', () => {
  it.each<readonly [text: string, wanted: readonly string[]]>([
    ["No credentials found for given 'kid'", ['jwt-no-credentials', 'said:config-issuer']],
    ['no credentials found for given iss', ['jwt-no-credentials', 'said:config-issuer']],
    ['{"message":"No credentials found for given \'iss\'"}', ['jwt-no-credentials', 'said:config-issuer']],
    ['{"exp":"token expired"}', ['jwt-expired']],
    ['{"exp":"token expired","nbf":"token not valid yet"}', ['jwt-expired', 'jwt-not-yet']],
    ['{"nbf":"must be a number"}', ['jwt-not-a-number']],
    [
      'HTTP/1.1 404 Not Found\r\nvia: 1.1 kong/3.9.1\r\n\r\n{"message":"no Route matched with those values"}',
      ['gateway-no-route', 'said:route-mismatch-502'],
    ],
    ['{"error":"invalid_token","error_description":"The access token is missing"}', ['oauth2-missing']],
    ['HMAC signature cannot be verified', ['hmac-auth-cannot']],
    ['IP address not allowed: 10.0.0.7', ['ip-restriction-address']],
    ['No API key fund in reqest', ['near:key-auth-no-key', 'near:key-auth-duplicate']],
    ['xyzzy', []],
    ['', []],
  ])('%s', (text, wanted) => expect(idsOf(text)).toEqual(wanted));

  it('has a report whatever it is', () => {
    for (const text of ['', 'xyzzy', 'Unauthorized', 'a'.repeat(100_000)])
      expect(dictionaryReport(lookUp(text)).sections.length).toBeGreaterThan(0);
  });
});
