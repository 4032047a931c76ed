import type { Basis } from '@why401/core';
import type { ClientAnswer, SentRequest } from '../record/index.ts';
import { type Neighbour, neighbour } from '../tables/neighbours/index.ts';

/** A limit of a product in the chain that a message comes near, or is above. */
export interface SizeFinding {
  readonly product: string;
  readonly what: 'request body' | 'request headers' | 'response body' | 'response headers';
  /** Octets. */
  readonly found: number;
  readonly limit: number;
  readonly outcome: 'above' | 'near';
  readonly note: string | null;
  readonly basis: Basis;
}

interface Sizes {
  readonly requestBody: number | null;
  readonly requestHeaders: number | null;
  readonly responseBody: number | null;
  readonly responseHeaders: number | null;
}

const NEAR = 0.9;
const WHAT = {
  requestBody: 'request body',
  requestHeaders: 'request headers',
  responseBody: 'response body',
  responseHeaders: 'response headers',
} as const;

/**
 * Sizes of a request and its answer against what the products of a chain take by default. Products that
 * are not known are left out: they prove nothing.
 * @param chain names of products: `['f5', 'kong', 'nginx']`
 */
export function checkSizes(
  request: Pick<SentRequest, 'headers' | 'bodyBytes'> | null,
  answer: Pick<ClientAnswer, 'headers' | 'bodyBytes'> | null,
  chain: readonly string[],
): readonly SizeFinding[] {
  const sizes: Sizes = {
    requestBody: request?.bodyBytes ?? null,
    requestHeaders: request && headerOctets(request.headers),
    responseBody: answer?.bodyBytes ?? null,
    responseHeaders: answer && headerOctets(answer.headers),
  };
  return chain.flatMap((id) => {
    const product = neighbour(id);
    return product === undefined ? [] : findings(product, sizes);
  });
}

/** Name, colon, space, value and the end of the line. */
const headerOctets = (headers: SentRequest['headers']): number =>
  headers.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);

const findings = (product: Neighbour, sizes: Sizes): readonly SizeFinding[] =>
  (Object.keys(WHAT) as (keyof Sizes)[]).flatMap((kind) => {
    const [found, limit] = [sizes[kind], product[kind]];
    if (found === null || limit === undefined || limit === null || found < limit * NEAR) return [];
    return [
      {
        product: product.name,
        what: WHAT[kind],
        found,
        limit,
        outcome: found > limit ? ('above' as const) : ('near' as const),
        note: product.note ?? null,
        basis: product.basis,
      },
    ];
  });
