import type { Problem } from '@why401/core';
import { selectPlugin } from './chain/index.ts';
import { type Gateway, isUnknown, type Plugin, type Route } from './config/index.ts';
import { configOf } from './plugins/index.ts';
import { fromBytes, toBytes, type WireRequest } from './wire/index.ts';

/** What is sent, where nobody said to which address: a bare token, or header lines alone. */
export type Sent =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'headers'; readonly headers: WireRequest['headers'] };

export interface Aim {
  readonly route: Route;
  /** The instance of an auth plugin that meets the token; null where the route has none. */
  readonly plugin: Plugin | null;
  readonly request: WireRequest;
  /** Other routes whose instance has the same configuration: their answer would be the same. */
  readonly alike: readonly Route[];
}

export type Aimed =
  | { readonly ok: true; readonly aims: readonly Aim[] }
  | { readonly ok: false; readonly problem: Problem };

/** Where a token is looked at. */
const TOKEN_PLUGINS: readonly string[] = ['openid-connect', 'jwt', 'oauth2', 'oauth2-introspection', 'jwt-signer'];

/**
 * Requests that carry what is sent to the named route, to a route of the named service, or to each
 * instance of an auth plugin. Problems: `route-not-found`, `service-not-found`, `no-route`.
 */
export function aim(
  gateway: Gateway,
  sent: Sent,
  wanted: { readonly route?: string; readonly service?: string },
): Aimed {
  const routes = gateway.routes.filter(({ service }) => service?.enabled !== false);
  const { route: routeName, service: serviceName } = wanted;
  if (routeName !== undefined) {
    const route = gateway.routes.find((one) => isNamed(one, routeName));
    return route === undefined ? notFound('route', routeName, gateway.routes) : aimed(gateway, [route], sent);
  }
  if (serviceName !== undefined) {
    if (!gateway.services.some((one) => isNamed(one, serviceName)))
      return notFound('service', serviceName, gateway.services);
    return aimed(
      gateway,
      routes.filter(({ service }) => service !== null && isNamed(service, serviceName)),
      sent,
    );
  }
  const guarded = routes.filter((route) => guardOf(gateway, route) !== null);
  return aimed(gateway, guarded.length > 0 ? guarded : routes.slice(0, 1), sent);
}

const isNamed = ({ id, name }: { id: string; name: string | null }, wanted: string): boolean =>
  name === toBytes(wanted) || id === toBytes(wanted);

function notFound(kind: string, wanted: string, all: readonly { name: string | null }[]): Aimed {
  const names = all.flatMap(({ name }) => (name === null || isUnknown(name) ? [] : [fromBytes(name)]));
  const hint =
    names.length === 0
      ? `The configuration names no ${kind}.`
      : `It has ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`;
  const message = `The configuration has no ${kind} ${JSON.stringify(wanted)}.`;
  return { ok: false, problem: { code: `${kind}-not-found`, message, hint } };
}

function aimed(gateway: Gateway, routes: readonly Route[], sent: Sent): Aimed {
  const groups = new Map<string, Aim & { alike: Route[] }>();
  for (const route of routes) {
    const plugin = guardOf(gateway, route);
    const id = plugin === null ? 'none' : `${plugin.name} ${JSON.stringify(plugin.config ?? plugin.raw)}`;
    const same = groups.get(id);
    if (same === undefined) groups.set(id, { route, plugin, request: requestTo(route, plugin, sent), alike: [] });
    else same.alike.push(route);
  }
  if (groups.size > 0) return { ok: true, aims: [...groups.values()] };
  const message = 'The configuration has no route that a token could be sent to.';
  return { ok: false, problem: { code: 'no-route', message, hint: 'Give the whole request, or another file.' } };
}

const guardOf = (gateway: Gateway, route: Route): Plugin | null => {
  for (const name of TOKEN_PLUGINS) {
    const plugin = selectPlugin(gateway, name, route, route.service, null);
    if (plugin !== undefined) return plugin;
  }
  return null;
};

/** The plainest request that the route's attributes let through. */
function requestTo(route: Route, plugin: Plugin | null, sent: Sent): WireRequest {
  const scheme = route.protocols.some((protocol) => protocol === 'https' || protocol === 'grpcs') ? 'https' : 'http';
  const [host = 'localhost', port] = (known(route.hosts)[0] ?? 'localhost').split(':');
  const plain: WireRequest = {
    method: route.methods === null || route.methods.includes('GET') ? 'GET' : (route.methods[0] ?? 'GET'),
    scheme,
    host: host.replace(/^\*/, 'any').replace(/\*$/, 'example'),
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    sni: scheme === 'https' ? (known(route.snis)[0] ?? host) : null,
    target: known(route.paths).find((path) => path.startsWith('/')) ?? '/',
    headers: Object.entries(route.headers ?? {}).flatMap(([name, values]) =>
      values[0] === undefined ? [] : [[name, values[0]]],
    ),
    body: null,
    clientIp: '127.0.0.1',
  };
  if (sent.kind === 'headers') return { ...plain, headers: [...plain.headers, ...sent.headers] };
  return withToken(plain, toBytes(sent.token), plugin);
}

const known = (texts: readonly string[] | null): readonly string[] => (texts ?? []).filter((text) => !isUnknown(text));

/** Where the instance looks for it first: `Authorization`, else another header, a cookie, the query. */
function withToken(plain: WireRequest, token: string, plugin: Plugin | null): WireRequest {
  const header = (name: string, value: string): WireRequest => ({
    ...plain,
    headers: [...plain.headers, [name, value]],
  });
  const bearer = `Bearer ${token}`;
  if (plugin?.name !== 'jwt') return header('Authorization', bearer);
  const config = configOf(plugin);
  const headers = known(config.header_names);
  const [name] = headers.some((one) => one.toLowerCase() === 'authorization') ? ['Authorization'] : headers;
  if (name !== undefined) return header(name, bearer);
  const [cookie] = known(config.cookie_names);
  if (cookie !== undefined) return header('Cookie', `${cookie}=${token}`);
  const [parameter] = known(config.uri_param_names);
  return parameter === undefined
    ? header('Authorization', bearer)
    : { ...plain, target: `${plain.target}?${parameter}=${token}` };
}
