import { readQuery } from '../wire/index.ts';
import { readBody } from './body.ts';
import type { Exchange } from './exchange.ts';

const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** One argument of the query or of the body, which comes first; empty where there is none, or several. */
export function sentArgument(exchange: Exchange, name: string): string {
  const { method } = exchange.request.wire;
  const inBody = WITH_BODY.has(method) ? readBody(exchange).fields.get(name) : undefined;
  const values = inBody ?? readQuery(exchange.request).values.get(name) ?? [];
  const [value, ...more] = values === 'other' ? [] : values;
  return typeof value === 'string' && more.length === 0 ? value : '';
}
