import type { Place } from '@why401/core';
import { line } from '@why401/core/report';
import { selectPlugin } from '../../chain/index.ts';
import type { Gateway, Plugin, Route } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, type SmellRule } from '../rule.ts';
import { scopeName } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly plugin: string;
  readonly scope: string;
  readonly why: 'disabled' | 'no-route' | 'protocols' | 'outranked';
}

const WHY: Readonly<Record<Data['why'], string>> = {
  disabled: 'it is switched off (enabled: false)',
  'no-route': 'no route leads there',
  protocols: 'it shares no protocol with any route there',
  outranked: 'another instance of the same plugin with a narrower scope applies to every route there',
};

export const pluginAppliesNowhere: SmellRule<Data> = {
  id: 'plugin-applies-nowhere',
  severity: 'warning',
  basis: [kongSource('kong/runloop/plugins_iterator.lua@3.9.1')],
  judge: ({ gateway }) =>
    gateway.plugins.flatMap((plugin) => {
      const why = whyNowhere(gateway, plugin);
      if (why === undefined) return [];
      return [{ place: plugin.place(), plugin: fromBytes(plugin.name), scope: scopeName(plugin), why }];
    }),
  explain: ({ plugin, scope, why }) => [line`The plugin ${plugin} for ${scope} never runs: ${WHY[why]}.`],
  hint: ({ why }) => (why === 'disabled' ? 'enable it, or delete it' : 'correct its scope, or delete it'),
};

/** A global instance also runs where no route matches, so that it always applies somewhere. */
function whyNowhere(gateway: Gateway, plugin: Plugin): Data['why'] | undefined {
  if (plugin.unknownFields?.includes('enabled') || isScopedElsewhere(plugin)) return undefined;
  if (!plugin.enabled) return 'disabled';
  const routes = inScope(gateway, plugin);
  if (routes === undefined) return undefined;
  if (routes.length === 0) return 'no-route';
  const shared = routes.filter(({ protocols }) => protocols.some((one) => plugin.protocols.includes(one)));
  if (shared.length === 0) return 'protocols';
  const runs = shared.some(
    (route) => isStream(route) || selectPlugin(gateway, plugin.name, route, route.service, plugin.consumer) === plugin,
  );
  return runs ? undefined : 'outranked';
}

const STREAM: ReadonlySet<string> = new Set(['tcp', 'tls', 'tls_passthrough', 'udp']);

/** Plugins of streams are chosen elsewhere. */
const isStream = ({ protocols }: Route): boolean => protocols.every((one) => STREAM.has(one));

function inScope({ routes }: Gateway, { route, service, consumer }: Plugin): readonly Route[] | undefined {
  const served = routes.filter((one) => one.service?.enabled !== false);
  if (route !== null) return served.filter((one) => one === route && (service === null || one.service === service));
  if (service !== null) return served.filter((one) => one.service === service);
  return consumer === null ? undefined : served;
}

/** Of a group, or under a condition: where it applies is not modelled. */
function isScopedElsewhere({ raw, route, service, consumer }: Plugin): boolean {
  const written = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const has = (name: string): boolean => written[name] !== undefined && written[name] !== null;
  if (has('consumer_group') || has('condition') || has('ordering')) return true;
  return (has('route') && !route) || (has('service') && !service) || (has('consumer') && !consumer);
}
