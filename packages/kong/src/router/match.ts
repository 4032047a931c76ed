import type { Crypto, Problem } from '@why401/core';
import type { Gateway, Route, Service } from '../config/index.ts';
import type { Release, RouterFlavor } from '../versions/index.ts';
import type { SeenRequest } from '../wire/index.ts';
import { type Asked, askedOf } from './asked.ts';
import { type AtcRouter, type BuiltRouter, routerOf } from './build.ts';
import { utf8Fault } from './engine/index.ts';
import type { Doubt } from './predicates/index.ts';
import { decideWith, type RouterMemory } from './remembered.ts';
import { decideTraditional, type TraditionalRouter } from './traditional/index.ts';
import { unsureMatch } from './unsure.ts';
import { upstreamPath } from './upstream-path.ts';

export type RouteMatch =
  | {
      readonly kind: 'matched';
      readonly route: Route;
      readonly service: Service | null;
      /** The entry of `paths` that matched, as it is written; empty where none took part. */
      readonly prefix: string;
      readonly upstreamPath: string;
      /** What the groups of its patterns took, by number and by name. */
      readonly captures: ReadonlyMap<string | number, string>;
      /** Which of the Route's paths comes first hangs on an order of chance; this is one of them. */
      readonly random: boolean;
    }
  | { readonly kind: 'none'; readonly path: string; readonly log: readonly string[] }
  /** The router itself throws: 500 to every request. */
  | { readonly kind: 'failed'; readonly log: readonly string[] }
  | { readonly kind: 'undetermined'; readonly because: readonly Problem[] };

/** The Route that Kong picks; without `memory`, in a process that has just started and has no earlier request in its cache. */
export function matchRoute(
  gateway: Gateway,
  request: SeenRequest,
  flavor: RouterFlavor,
  release: Release,
  crypto: Pick<Crypto, 'digest'>,
  memory?: RouterMemory,
): RouteMatch {
  const router = routerOf(gateway, flavor, release, crypto);
  const asked = askedOf(request, release.switches);
  const { engine } = router;
  if (engine.kind === 'atc') {
    const before = beforeMatching(engine, asked, router);
    if (before !== undefined) return before;
  }
  const unsure = [...router.unsure].flatMap(([route, attribute]) => {
    const doubt = unsureMatch(route, attribute, asked);
    return doubt === undefined ? [] : [problem(route, doubt)];
  });
  if (unsure.length > 0) return { kind: 'undetermined', because: unsure };
  return engine.kind === 'atc' ? matchAtc(engine, asked, release, memory) : matchTraditional(engine, asked);
}

/** What happens while the router reads the fields that some Route asks for. */
function beforeMatching({ fields }: AtcRouter, asked: Asked, { release }: BuiltRouter): RouteMatch | undefined {
  const { version, switches } = release;
  if (!switches.routerReadsAddresses) {
    const unknown = fields.find(({ name }) => /^net\.(?:src|dst)\./.test(name));
    if (unknown !== undefined) return { kind: 'failed', log: [unknownField(unknown.name, version)] };
  }
  for (const field of fields) {
    const values = field.kind === 'text' ? field.read(asked) : [];
    if ('why' in values) continue;
    for (const value of values) {
      const fault = typeof value === 'string' ? utf8Fault(value) : undefined;
      if (fault !== undefined) return { kind: 'none', path: asked.path, log: [invalidText(fault, version)] };
    }
  }
  return undefined;
}

/** Lines of `kong/router/atc.lua`, where they were recorded. */
const EXECUTED: Readonly<Record<string, string>> = { '3.9': 'atc.lua:679: ', '3.4': 'atc.lua:479: ' };
const READ: Readonly<Record<string, string>> = { '3.4': '/usr/local/share/lua/5.1/kong/router/atc.lua:517: ' };

const invalidText = (fault: string, version: string): string =>
  `[error] [lua] ${EXECUTED[version] ?? ''}exec(): router returned an error: ${fault}, 404 Not Found will be returned for the current request`;

const unknownField = (name: string, version: string): string =>
  `[error] lua entry thread aborted: runtime error: ${READ[version] ?? ''}unknown router matching schema field: ${name}`;

function matchAtc(router: AtcRouter, asked: Asked, release: Release, memory?: RouterMemory): RouteMatch {
  const decision = decideWith(router, asked, release, memory);
  switch (decision.kind) {
    case 'none':
      return { kind: 'none', path: asked.path, log: [] };
    case 'doubt':
      return { kind: 'undetermined', because: [problem(decision.matcher.route, decision.doubt)] };
    case 'tied':
      return { kind: 'undetermined', because: decision.matchers.map(({ route }) => tie(route)) };
    case 'matched': {
      const { matcher, trail } = decision;
      const { route } = matcher;
      const rest = route.stripPath && trail.text !== undefined ? asked.path.slice(trail.text.length) : undefined;
      return matched(route, asked, { ...trail, rest, honoursV1: false, random: false });
    }
  }
}

function matchTraditional(router: TraditionalRouter, asked: Asked): RouteMatch {
  const decision = decideTraditional(router, asked);
  switch (decision.kind) {
    case 'none':
      return { kind: 'none', path: asked.path, log: [] };
    case 'doubt':
      return { kind: 'undetermined', because: [problem(decision.entry?.route, decision.doubt)] };
    case 'tied':
      return { kind: 'undetermined', because: decision.routes.map(tie) };
    case 'matched': {
      const { entry, rest, random } = decision;
      return matched(entry.route, asked, { entry: entry.path, ...rest, honoursV1: true, random });
    }
  }
}

interface Outcome {
  readonly entry: number | undefined;
  /** What is left of the path behind the match; undefined where none took part. */
  readonly rest: string | undefined;
  readonly captures: ReadonlyMap<string | number, string> | undefined;
  readonly honoursV1: boolean;
  readonly random: boolean;
}

const NO_CAPTURES: ReadonlyMap<string | number, string> = new Map();

function matched(route: Route, asked: Asked, { entry, rest, captures, honoursV1, random }: Outcome): RouteMatch {
  const { service } = route;
  const { request, path } = asked;
  return {
    kind: 'matched',
    route,
    service,
    prefix: entry === undefined ? '' : (route.paths?.[entry] ?? ''),
    upstreamPath: upstreamPath(request.uri, path, rest, route, honoursV1),
    captures: captures ?? NO_CAPTURES,
    random,
  };
}

const named = (route: Route): string => route.name ?? route.id;

function problem(route: Route | undefined, { attribute, why }: Doubt): Problem {
  const code = 'route-undetermined';
  if (route === undefined) return { code, message: `a Route could match, but one of its ${attribute} ${why}` };
  const message = `Route ${named(route)} could match, but its ${attribute} ${why}`;
  return { code, message, place: route.place(attribute.replace(/^net\..*/, 'expression')) };
}

const tie = (route: Route): Problem => ({
  code: 'routes-tied',
  message: `Route ${named(route)} ranks equal with another that matches, and an order that Kong makes up decides`,
  place: route.place(),
});
