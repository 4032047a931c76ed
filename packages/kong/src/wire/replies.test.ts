import { describe, expect, it } from 'vitest';
import { jsonObject } from './json-text.ts';
import { createUpstreamHeaders } from './upstream-headers.ts';

describe('JSON as lua-cjson writes it', () => {
  it.each<[string, string]>([
    ['a/b', '{"message":"a/b"}'],
    ['"\\', '{"message":"\\"\\\\"}'],
    ['\b\t\n\f\r\x01\x1f\x7f', '{"message":"\\b\\t\\n\\f\\r\\u0001\\u001f\\u007f"}'],
    ['\xc3\xa9\xff', '{"message":"\xc3\xa9\xff"}'],
  ])('%j', (text, json) => {
    expect(jsonObject([['message', text]])).toBe(json);
  });
});

describe('headers on their way upstream', () => {
  const line = (name: string, value: string) => ({ name, key: name.toLowerCase(), value });

  it('keep the place of a copy, append what is new, and drop what is cleared', () => {
    const headers = createUpstreamHeaders([
      line('X-Consumer-ID', 'mine'),
      line('a', '1'),
      line('x-consumer-id', 'again'),
      line('x_consumer_id', 'other'),
      line('X-Anonymous-Consumer', 'true'),
    ]);
    headers.set('x-consumer-id', 'id');
    headers.set('x-credential-identifier', 'line\nbreak\ttab\x7f');
    headers.clear('x-anonymous-consumer');
    expect(headers.list()).toEqual([
      ['x-consumer-id', 'id'],
      ['a', '1'],
      ['x_consumer_id', 'other'],
      ['x-credential-identifier', 'line%0Abreak\ttab%7F'],
    ]);
  });
});
