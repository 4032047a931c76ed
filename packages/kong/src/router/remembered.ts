import type { Release } from '../versions/index.ts';
import { readQuery } from '../wire/index.ts';
import type { Asked } from './asked.ts';
import type { AtcRouter } from './build.ts';
import { type Decision, decide } from './engine/index.ts';

/**
 * What the router of one process keeps of earlier requests: it asks its cache first, under a key that leaves out the
 * protocol. A request over https then gets the Route that the same request over http has found, and the other way
 * round, until the router is rebuilt (`kong/router/atc.lua`, `visit_for_cache_key` of `kong/router/fields.lua@3.6.0`).
 */
export type RouterMemory = Map<string, Decision>;

export function decideWith(
  { matchers, lookup, fields }: AtcRouter,
  asked: Asked,
  release: Release,
  memory: RouterMemory | undefined,
): Decision {
  const key = memory && keyOf(fields, asked, release);
  const known = key === undefined ? undefined : memory?.get(key);
  if (known !== undefined) return known;
  const decision = decide(matchers, lookup, asked);
  if (key !== undefined && (decision.kind === 'matched' || decision.kind === 'none')) memory?.set(key, decision);
  return decision;
}

/** From 3.6 on of the fields that some Route asks for; before, of method, path, host and SNI whatever is asked for. */
function keyOf(fields: AtcRouter['fields'], asked: Asked, { switches }: Release): string | undefined {
  const { request, method, host, sni } = asked;
  if (switches.routerSeesListenerPort) {
    const values = fields.filter(({ name }) => name !== 'net.protocol').map((field) => field.read(asked));
    return values.some((one) => 'why' in one) ? undefined : written(values);
  }
  const uses = (prefix: string): boolean => fields.some(({ name }) => name.startsWith(prefix));
  const headers = uses('http.headers.') ? request.lines.slice(1).map(({ key, value }) => [key, value]) : [];
  const queries = uses('http.queries.') ? [...readQuery(request).values] : [];
  return written([method, request.uri.split('?')[0], host, sni, headers, queries]);
}

const written = (values: readonly unknown[]): string =>
  JSON.stringify(values, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
