import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGateway } from '@why401/kong/config';
import { type ReplayCase, readCase, wireOf } from '@why401/kong/replay';
import { explainRoute, matchRoute, type RouteMatch } from '@why401/kong/router';
import { type Release, readRelease } from '@why401/kong/versions';
import { fromBytes, readRequest, type SeenRequest } from '@why401/kong/wire';
import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, 'vectors');
const crypto = createCrypto();

type Recorded = ReplayCase & Required<Pick<ReplayCase, 'observed'>> & { readonly note: string };

const casesOf = (file: string): readonly Recorded[] =>
  readFileSync(join(FOLDER, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const read = readCase(line);
      if (!read.ok) throw new Error(read.bad.error);
      return read.value as Recorded;
    });

const gateways = new Map<string, ReturnType<typeof load>>();

function load({ config, kong, routerFlavor: flavor }: Recorded) {
  const release = readRelease(kong);
  if (!release.ok) throw new Error(release.problem.message);
  const { version } = release.value;
  const files = [{ name: config, text: readFileSync(join(FOLDER, config), 'utf8') }];
  const loaded = loadGateway(files, { version, flavor }, { crypto });
  if (!loaded.ok) throw new Error(`${config} cannot be read`);
  return { gateway: loaded.gateway, release: release.value as Release };
}

function gatewayOf(one: Recorded) {
  const id = `${one.kong} ${one.routerFlavor} ${one.config}`;
  const known = gateways.get(id) ?? load(one);
  gateways.set(id, known);
  return known;
}

const textOf = (bytes: string | null | undefined): string | null => (bytes == null ? null : fromBytes(bytes));

/** What the debug headers and the upstream show of the router's choice. */
function seenOf(one: Recorded, match: RouteMatch): object {
  const { observed } = one;
  const route = match.kind === 'matched' ? match.route : null;
  const shown = observed.route !== null || match.kind !== 'matched' || observed.status >= 400;
  const path = observed.upstream && match.kind === 'matched' && !match.random ? textOf(match.upstreamPath) : null;
  return {
    kind: match.kind,
    route: shown ? textOf(route?.name) : null,
    service: shown ? textOf(route?.service?.name) : null,
    path: observed.upstream ? path : null,
  };
}

function wantedOf({ observed }: Recorded, match: RouteMatch): object {
  const unrouted = observed.route === null && { 404: 'none', 500: 'failed' }[observed.status];
  const kind = unrouted || 'matched';
  const random = match.kind === 'matched' && match.random;
  const path = random ? null : (observed.upstream?.path ?? null);
  return { kind, route: observed.route, service: observed.service, path };
}

interface Tally {
  cases: number;
  identical: number;
  /** The order of a Route's own paths is one of chance there, and said to be. */
  random: number;
  /** Answered from the cache of an earlier request, as the report says it may. */
  cached: number;
  readonly differing: string[];
}

function replay(file: string): Tally {
  const tally: Tally = { cases: 0, identical: 0, random: 0, cached: 0, differing: [] };
  for (const one of casesOf(file)) {
    const seen = readRequest(wireOf(one));
    // What nginx refuses reaches no router.
    if (!seen.ok) continue;
    tally.cases++;
    judge(one, seen.request, tally);
  }
  return tally;
}

function judge(one: Recorded, request: SeenRequest, tally: Tally): void {
  const { gateway, release } = gatewayOf(one);
  const match = matchRoute(gateway, request, one.routerFlavor, release, crypto);
  if (match.kind === 'matched' && match.random) tally.random++;
  const [found, wanted] = [seenOf(one, match), wantedOf(one, match)].map((value) => JSON.stringify(value));
  if (found === wanted) tally.identical++;
  else if (saidToBeCached(one, request)) tally.cached++;
  else tally.differing.push(`${one.id} ${one.kong} ${one.note}: ${wanted}, not ${found}`);
}

function saidToBeCached(one: Recorded, request: SeenRequest): boolean {
  const { gateway, release } = gatewayOf(one);
  const { otherwise } = explainRoute(gateway, request, one.routerFlavor, release, crypto);
  return otherwise.some(({ when, route }) => when === 'cached' && textOf(route?.name) === one.observed.route);
}

describe('the router picks as the recorded gateway did', () => {
  it.each<[file: string, identical: number, random: number, cached: number]>([
    ['router-dev-01.ndjson', 926, 0, 0],
    ['router-dev-02.ndjson', 511, 0, 0],
    ['router-3.4.2-dev-01.ndjson', 926, 0, 0],
    ['router-3.4.2-dev-02.ndjson', 510, 1, 1],
    ['router-2.8.5-dev-01.ndjson', 83, 0, 0],
    ['router-2.8.5-dev-02.ndjson', 235, 1, 0],
  ])('%s', (file, identical, random, cached) => {
    expect(replay(file)).toEqual({ cases: identical + cached, identical, random, cached, differing: [] });
  });
});
