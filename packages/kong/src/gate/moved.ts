import type { Crypto } from '@why401/core';
import type { Gateway, Route } from '../config/index.ts';
import type { Explanation } from '../explanation/index.ts';
import { explainRoute, routeDocument } from '../router/index.ts';
import { readRelease } from '../versions/index.ts';
import { fromBytes, readRequest } from '../wire/index.ts';

interface Candidate {
  readonly route: string;
  readonly misses: readonly {
    readonly attribute: string;
    readonly wanted: readonly string[];
    readonly found: readonly string[];
  }[];
  readonly behind?: { readonly text: string };
}

/** Why the new configuration takes the request by another route than the old one; undefined where it does not. */
export function movedRoute(
  old: Explanation,
  fresh: Explanation,
  gateway: Gateway,
  crypto: Pick<Crypto, 'digest'>,
): string | undefined {
  const [before, after] = [nameOf(old.judgement.route), nameOf(fresh.judgement.route)];
  if (before === after) return undefined;
  const taken = after === undefined ? 'No route takes it now' : `Route ${after} takes it now`;
  if (before === undefined) return `${taken}; none did before.`;
  const why = whyLost(before, fresh, gateway, crypto);
  return `${taken}, and route ${before} does not: ${why}.`;
}

const nameOf = (route: Route | null): string | undefined =>
  route === null ? undefined : fromBytes(route.name ?? route.id);

function whyLost(
  name: string,
  { request, judgement }: Explanation,
  gateway: Gateway,
  crypto: Pick<Crypto, 'digest'>,
): string {
  const release = readRelease(judgement.version);
  const seen = readRequest(request);
  if (!release.ok || !seen.ok) return 'the request does not reach the router';
  const report = explainRoute(gateway, seen.request, judgement.flavor, release.value, crypto);
  const { candidates } = routeDocument(report) as { readonly candidates: readonly Candidate[] };
  const lost = candidates.find(({ route }) => route === name);
  if (lost === undefined) return 'it is no longer there';
  if (lost.behind !== undefined) return lost.behind.text;
  const [miss] = lost.misses;
  if (miss === undefined) return 'it no longer matches';
  const wanted = miss.wanted.length === 0 ? 'something else' : miss.wanted.join(' or ');
  const found = miss.found.length === 0 ? 'nothing' : miss.found.join(', ');
  return `its ${miss.attribute} wants ${wanted}, and the request has ${found}`;
}
