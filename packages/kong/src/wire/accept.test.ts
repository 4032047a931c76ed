import { describe, expect, it } from 'vitest';
import { readRelease } from '../versions/index.ts';
import { negotiate, negotiateEarly } from './accept.ts';

const switchesOf = (version: string) => {
  const read = readRelease(version);
  if (!read.ok) throw new Error(version);
  return read.value.switches;
};

describe('format of an error by Accept', () => {
  it.each<[string[], string]>([
    [[], 'json'],
    [[''], 'json'],
    [['*/*'], 'json'],
    [['application/*'], 'json'],
    [['text/*'], 'plain'],
    [['text/html'], 'html'],
    [['Text/HTML'], 'json'],
    [['application/xml'], 'xml'],
    [['application/vnd.api+json'], 'json'],
    [['a/b, text/html'], 'html'],
    [['text/html;q=0, text/plain;q=0.1'], 'plain'],
    [['text/plain;q=0.5, text/html;q=0.5'], 'plain'],
    [['image/png, text/html;q=0.9'], 'json'],
    [['text/plain;q=0.1', 'text/html'], 'html'],
    [['text/plain; charset=utf-8; q=0.2, text/html;q=0.3'], 'html'],
    [['text/plain;q=0.9;level=1, text/html;q=0.8'], 'plain'],
    [['text/plain;q=0.1;q=0.9, text/html;q=0.5'], 'plain'],
    [['text/plain;q=5, text/html;q=0.9'], 'plain'],
    [['text/plain;Q=0.1, text/html;q=0.9'], 'html'],
    [['text/plain; q = 0.1, text/html;q=0.9'], 'plain'],
    [['application/grpc'], 'grpc'],
  ])('%j is %s', (accept, format) => {
    expect(negotiate(accept)).toBe(format);
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['3.9', undefined, undefined, 'plain'],
    ['3.9', undefined, 'application/x-www-form-urlencoded', 'json'],
    ['3.9', undefined, 'text/html; charset=utf-8', 'html'],
    ['3.9', 'text/plain;q=0.1, text/html', undefined, 'html'],
    ['2.8', 'text/plain;q=0.1, text/html', undefined, 'plain'],
    ['2.8', 'text/html, application/xml;q=0.9', undefined, 'json'],
    ['2.8', 'text/*;q=0.3', undefined, 'plain'],
    ['2.8', '', 'text/html', 'json'],
  ])('nginx-level, Kong %s: Accept %j, Content-Type %j is %s', (version, accept, contentType, format) => {
    expect(negotiateEarly(accept ?? contentType ?? 'text/plain', switchesOf(version))).toBe(format);
  });
});
