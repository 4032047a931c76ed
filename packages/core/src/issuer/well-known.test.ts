import { describe, expect, it } from 'vitest';
import { issuersOfWellKnown, wellKnownUrls } from './well-known.ts';

describe('wellKnownUrls', () => {
  it.each([
    ['https://idp.example', '/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'],
    ['https://idp.example/', '/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'],
    ['https://idp.example/a', '/a/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/a'],
    ['https://idp.example/a/', '/a/.well-known/openid-configuration', '/.well-known/oauth-authorization-server/a'],
    ['https://idp.example/a//', '/a//.well-known/openid-configuration', '/.well-known/oauth-authorization-server/a/'],
    [
      'https://idp.example/%7Ea',
      '/%7Ea/.well-known/openid-configuration',
      '/.well-known/oauth-authorization-server/%7Ea',
    ],
    [
      'https://idp.example/v2.0?p=b2c_1#x',
      '/v2.0/.well-known/openid-configuration?p=b2c_1',
      '/.well-known/oauth-authorization-server/v2.0?p=b2c_1',
    ],
  ])('of %s', (issuer, ...wanted) => {
    expect(wellKnownUrls(issuer).map(({ url }) => url)).toEqual(wanted.map((path) => `https://idp.example${path}`));
  });

  it.each([
    ['https://idp.example/a/.well-known/openid-configuration', 'openid-configuration'],
    ['https://idp.example/.well-known/oauth-authorization-server/a', 'oauth-authorization-server'],
    ['https://idp.example/.well-known/oauth-authorization-server', 'oauth-authorization-server'],
  ])('is %s itself', (url, kind) => {
    expect(wellKnownUrls(url)).toEqual([{ kind, url }]);
  });

  it.each([
    ['https://idp.example/a/.well-known/openid-configuration', ['https://idp.example/a', 'https://idp.example/a/']],
    [
      'https://idp.example/.well-known/oauth-authorization-server/a',
      ['https://idp.example/a', 'https://idp.example/a/'],
    ],
    ['https://idp.example/.well-known/oauth-authorization-server', ['https://idp.example', 'https://idp.example/']],
    ['https://idp.example/a', []],
    ['https://idp.example/.well-known/oauth-authorization-servers', []],
  ])('issuers of %s', (url, wanted) => {
    expect(issuersOfWellKnown(url)).toEqual(wanted);
  });
});
