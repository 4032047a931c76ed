import type { Plugin } from '../../config/index.ts';
import { createResponseHeaders, exitBody, fromBytes, type ResponseHeaders } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import type { Ending, Exchange, PluginModel } from '../exchange.ts';
import { firstHeader } from '../headers.ts';
import { failed, note, undetermined } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { type CorsConfig, UNSET } from './config.ts';
import { allowOrigin } from './origin.ts';

const PATTERN = 'a pattern of config.origins';

/** Kong's `cors` plugin: it answers preflights, and adds its headers to every other answer, Kong's own ones included. */
export const cors: PluginModel = {
  name: 'cors',
  access(plugin, exchange) {
    const origin = firstHeader(exchange, 'origin');
    const isPreflight =
      exchange.request.wire.method === 'OPTIONS' &&
      origin !== undefined &&
      firstHeader(exchange, 'access-control-request-method') !== undefined;
    if (!isPreflight) return undefined;
    const config = settingsOf(plugin, UNSET);
    const unknown = unknownIn(Object.values(config));
    if (unknown.length > 0) return undetermined(plugin, unknown);
    exchange.silent.add('cors');
    return config.preflight_continue ? undefined : preflight(plugin, exchange, config, origin);
  },
  respond(plugin, exchange, { headers }) {
    if (exchange.silent.has('cors')) return undefined;
    const config = settingsOf(plugin, UNSET);
    if (unknownIn(Object.values(config)).length > 0) return undefined;
    // Only headers of CORS hang on a pattern that cannot be judged: the answer itself is known.
    shared(config, exchange, headers, () => headers.add('vary', 'Origin'));
    const { exposed_headers: exposed } = config;
    if (exposed !== null && exposed.length > 0) headers.set('access-control-expose-headers', exposed.join(','));
    return undefined;
  },
};

function preflight(plugin: Plugin, exchange: Exchange, config: CorsConfig, origin: string): Ending {
  const headers = createResponseHeaders(exchange.response.list());
  if (!shared(config, exchange, headers, () => headers.set('vary', 'Origin'))) return undetermined(plugin, [PATTERN]);
  const listed = config.headers ?? [];
  const asked = firstHeader(exchange, 'access-control-request-headers');
  if (listed.length > 0) headers.set('access-control-allow-headers', listed.join(','));
  else if (asked !== undefined) headers.set('access-control-allow-headers', asked);
  const methods = config.methods?.join(',') ?? 'GET,HEAD,PUT,PATCH,POST,DELETE,OPTIONS,TRACE,CONNECT';
  headers.set('access-control-allow-methods', methods);
  if (config.max_age !== null) headers.set('access-control-max-age', String(config.max_age));
  if (config.private_network && firstHeader(exchange, 'access-control-request-private-network') === 'true')
    headers.set('access-control-allow-private-network', 'true');
  const reply = { ...exitBody(exchange.request, 200, undefined, ''), headers: headers.list() };
  const data = { origin: fromBytes(origin) };
  const result = failed('cors-preflight', data, { kind: 'reply', reply }, { at: () => plugin.place() });
  return { kind: 'answered', reply, check: note({ plugin, exchange }, 'preflight', result) };
}

/** What preflights and other answers have in common; false where a pattern cannot be judged. */
function shared(config: CorsConfig, exchange: Exchange, headers: ResponseHeaders, vary: () => void): boolean {
  const all = allowOrigin(config, exchange, headers, vary);
  if (all === 'unclear') return false;
  if (!config.credentials) return true;
  const origin = all ? firstHeader(exchange, 'origin') : undefined;
  if (all && origin === undefined) return true;
  if (origin !== undefined) {
    vary();
    headers.set('access-control-allow-origin', origin);
  }
  headers.set('access-control-allow-credentials', 'true');
  return true;
}
