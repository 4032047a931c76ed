import { describe, expect, it } from 'vitest';
import type { Fetched } from '../ports/index.ts';
import { readIntrospection } from './introspection.ts';

const answer = (text: string, contentType = 'application/json'): Fetched => ({
  url: 'https://idp.example/introspect',
  startedAt: 0,
  endedAt: 1,
  stages: [],
  attempts: 1,
  document: { url: '', status: 200, contentType, headers: [], bytes: new TextEncoder().encode(text) },
});

describe('readIntrospection', () => {
  it.each([
    ['{"active":true,"scope":"a"}', 'pass', undefined],
    ['{"active":false}', 'fail', undefined],
    ['{}', 'unknown', 'introspection-unreadable'],
    ['{"active":"true"}', 'unknown', 'introspection-unreadable'],
    ['{"active":1}', 'unknown', 'introspection-unreadable'],
    ['[]', 'unknown', 'introspection-unreadable'],
    ['null', 'unknown', 'introspection-unreadable'],
    ['<html>', 'unknown', 'introspection-unreadable'],
    ['', 'unknown', 'introspection-unreadable'],
  ])('%s: %s', (text, outcome, code) => {
    const read = readIntrospection(answer(text));
    expect([read.outcome, read.problem?.code]).toEqual([outcome, code]);
  });

  it('a signed answer is not taken for JSON', () => {
    const read = readIntrospection(answer('{"active":true}', 'application/token-introspection+jwt'));
    expect([read.outcome, read.problem?.code]).toEqual(['unknown', 'introspection-is-jwt']);
  });

  it.each([
    ['http-unauthorized', 'introspection-client-refused'],
    ['tcp-refused', 'tcp-refused'],
  ])('%s', (code, wanted) => {
    const { document: _, ...rest } = answer('');
    const read = readIntrospection({ ...rest, problem: { stage: 'http', code, message: '' } });
    expect([read.outcome, read.problem?.code]).toEqual(['unknown', wanted]);
  });

  it.each([
    [
      400,
      '{"error":"invalid_request","error_description":"no JWT"}',
      'introspection-refused',
      'invalid_request: no JWT',
    ],
    [401, '{"error":"invalid_client"}', 'introspection-client-refused', 'invalid_client'],
    [400, '<html>', 'http-status', ''],
    [403, '[]', 'http-status', ''],
  ])('%i %s: %s', (status, text, code, said) => {
    const { document, ...rest } = answer(text);
    const problem = { stage: 'http', code: status === 401 ? 'http-unauthorized' : 'http-status', message: '' } as const;
    const read = readIntrospection({ ...rest, problem, ...(document && { document: { ...document, status } }) });
    expect([read.outcome, read.problem?.code]).toEqual(['unknown', code]);
    expect(read.problem?.message).toContain(said);
  });
});
