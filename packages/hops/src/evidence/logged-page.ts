import type { HopRecord } from '../record/index.ts';
import { meaningOf, pageByLength } from '../tables/products/index.ts';
import type { LoggedPage } from './model.ts';
import { headerOf, numberOf } from './text.ts';

/** The page behind a header without a body, of a JSON entry or of an answer to HEAD, by its length and type. */
export function loggedPage({ entry, client, request }: HopRecord): LoggedPage | null {
  const head = request?.method === 'HEAD' ? client : null;
  const headers = entry?.responseHeaders ?? head?.headers ?? null;
  const length = numberOf(headerOf(headers, 'content-length'));
  const status = entry?.status ?? head?.status ?? null;
  if (headers === null || length === null || status === null) return null;
  const seen = pageByLength({
    status,
    length,
    contentType: headerOf(headers, 'content-type') ?? '',
    server: headerOf(headers, 'server'),
    cacheControl: headerOf(headers, 'cache-control'),
  });
  return seen === undefined ? null : { page: seen.page, meaning: meaningOf(seen.page, status) ?? null };
}
