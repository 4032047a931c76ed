import type { Plugin } from '../config/index.ts';
import { type SeenRequest, valuesOf } from '../wire/index.ts';
import type { PluginKind } from './catalogue-table.ts';

export interface Effects {
  readonly access: 'decides' | 'adds-headers' | 'nothing';
  readonly response: PluginKind['response'];
}

/** What an instance of a plugin that is not modelled may do to this request. */
export function effectsOf(plugin: Plugin, kind: PluginKind | undefined, request: SeenRequest): Effects {
  if (kind === undefined) return { access: 'decides', response: 'rewrites' };
  if (plugin.name === 'pre-function' || plugin.name === 'post-function') return functionEffects(plugin);
  if (kind.access === 'preflights')
    return { access: isPreflight(request) ? 'decides' : 'nothing', response: kind.response };
  return { access: kind.access, response: kind.response };
}

/** What `cors` answers itself: `Access-Control-Request-Method` and `Origin` on OPTIONS. */
const isPreflight = (request: SeenRequest): boolean =>
  request.wire.method === 'OPTIONS' &&
  valuesOf(request, 'origin').length > 0 &&
  valuesOf(request, 'access-control-request-method').length > 0;

/** Lua is not run; a phase without a function does nothing. */
function functionEffects({ raw }: Plugin): Effects {
  const config = memberOf(raw, 'config');
  const has = (...phases: readonly string[]): boolean =>
    phases.some((phase) => {
      const functions = memberOf(config, phase);
      return functions !== undefined && functions !== null && !(Array.isArray(functions) && functions.length === 0);
    });
  return {
    access: has('access', 'rewrite', 'certificate', 'functions') ? 'decides' : 'nothing',
    response: has('header_filter', 'body_filter') ? 'rewrites' : 'nothing',
  };
}

const memberOf = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
