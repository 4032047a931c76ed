import { describe, expect, it } from 'vitest';
import { checkSizes } from './index.ts';

const MB = 1024 * 1024;
const shown = (requestBody: number, responseBody: number, header: number, chain: readonly string[]) =>
  checkSizes(
    { headers: [['cookie', 'x'.repeat(header)]], bodyBytes: requestBody },
    { headers: [['set-cookie', 'x'.repeat(header)]], bodyBytes: responseBody },
    chain,
  ).map(({ product, what, outcome }) => `${product}: ${what} ${outcome}`);

describe('sizes against the products of a chain', () => {
  it.each<
    readonly [
      name: string,
      sizes: readonly [number, number, number],
      chain: readonly string[],
      wanted: readonly string[],
    ]
  >([
    ['nothing large', [10, 10, 10], ['alb', 'kong', 'nginx'], []],
    ['nginx takes 1 MB of a request', [MB + 1, 10, 10], ['nginx'], ['nginx: request body above']],
    ['and any answer', [10, 500 * MB, 10], ['nginx'], []],
    [
      'API Gateway takes 10 MB both ways',
      [10 * MB - 1, 10 * MB + 1, 10],
      ['aws-api-gateway'],
      ['AWS API Gateway REST: request body near', 'AWS API Gateway REST: response body above'],
    ],
    ['Express takes 100 KB', [200_000, 10, 10], ['express'], ['Express with body-parser: request body above']],
    ['large headers', [10, 10, 5_000], ['nginx', 'alb'], ['nginx: response headers above']],
    ['an unknown product', [MB * 1000, MB * 1000, 10], ['acme'], []],
  ])('%s', (_, [request, response, header], chain, wanted) => {
    expect(shown(request, response, header, chain)).toEqual(wanted);
  });

  it('says nothing of what was not given', () => {
    expect(checkSizes(null, null, ['nginx', 'alb'])).toEqual([]);
  });
});
