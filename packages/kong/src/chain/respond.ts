import type { Problem } from '@why401/core';
import type { Plugin } from '../config/index.ts';
import { type Exchange, modelOf } from '../plugins/index.ts';
import { createResponseHeaders, type Reply } from '../wire/index.ts';
import { effectsOf } from './effects.ts';
import { notModelled } from './run.ts';
import { kindOf } from './select.ts';

type Headers = Reply['headers'];

export type Responded =
  | { readonly kind: 'headers'; readonly headers: Headers }
  | { readonly kind: 'undetermined'; readonly plugin: Plugin; readonly because: readonly Problem[] };

/**
 * The response phases of the plugins that were found, over an answer of Kong's own or (`reply` undefined) over what
 * Kong adds to the upstream's. Of two plugins that set a header the later one stands; the answer itself beats both.
 */
export function respond(exchange: Exchange, found: readonly Plugin[], reply: Reply | undefined): Responded {
  const headers = createResponseHeaders(exchange.response.list());
  for (const [name, value] of reply?.headers ?? []) headers.set(name, value);
  for (const plugin of found) {
    const model = modelOf(plugin.name);
    if (model === undefined && reply !== undefined && rewrites(plugin, exchange))
      return { kind: 'undetermined', plugin, because: [notModelled(plugin, REWRITES)] };
    const because = model?.respond?.(plugin, exchange, { headers, reply });
    if (because !== undefined && reply !== undefined) return { kind: 'undetermined', plugin, because };
  }
  return { kind: 'headers', headers: headers.list() };
}

const REWRITES = 'is not modelled and may rewrite the answer';

const rewrites = (plugin: Plugin, { request }: Exchange): boolean =>
  effectsOf(plugin, kindOf(plugin.name), request).response === 'rewrites';
