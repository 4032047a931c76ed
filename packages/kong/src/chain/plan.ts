import type { Basis } from '@why401/core';
import type { Consumer, Gateway, Plugin, Route, Service } from '../config/index.ts';
import { check, consumerGroupsOf, type Exchange } from '../plugins/index.ts';
import { fromBytes } from '../wire/index.ts';
import { ordered, orderingOf, ordersWithoutConsumers } from './ordering.ts';
import { isOrdered, pluginOrder, selectPlugin } from './select.ts';

/** In which order plugins are asked, and which instance of each applies. */
export interface Plan {
  readonly names: readonly string[];
  instance(name: string, consumer: Consumer | null): Plugin | undefined;
}

/** Where no plan can be made, the instance whose ordering is the reason. */
export interface NoPlan {
  readonly plugin: Plugin;
  readonly why: string;
}

/** Nobody recorded an Enterprise gateway: what its documentation says is all that is known. */
const DOCUMENTED: readonly Basis[] = [
  { kind: 'assumed', ref: 'documentation of the entity Plugin: precedence and ordering (Enterprise)' },
  { kind: 'kong-docs', ref: 'gateway/entities/plugin' },
];

export function planOf(exchange: Exchange, route: Route, service: Service | null): Plan | NoPlan {
  const { gateway, release } = exchange;
  const names = pluginOrder(gateway, release);
  const instance: Plan['instance'] = (name, consumer) => selectPlugin(gateway, name, route, service, consumer);
  if (!isOrdered(gateway)) return { names, instance };
  const asking = askingIn(gateway);
  if (release.version === '2.8')
    return { plugin: asking, why: 'has an ordering of its own, which Kong 2.8 does not know' };
  const withoutConsumers = ordersWithoutConsumers(release);
  const order = ordered(names, (name) => instance(name, null));
  if (order === undefined) return { plugin: asking, why: 'is part of an ordering that contradicts itself' };
  const present = order.filter((name) => instance(name, null) !== undefined);
  exchange.path.push(
    check({
      plugin: null,
      step: 'ordering',
      name: 'ordering',
      outcome: 'pass',
      data: { order: present, withoutConsumers },
      basis: DOCUMENTED,
      at: () => asking.place('ordering'),
    }),
  );
  return { names: order, instance: withoutConsumers ? (name) => instance(name, null) : instance };
}

function askingIn({ plugins }: Gateway): Plugin {
  const found = plugins.find((plugin) => plugin.enabled && orderingOf(plugin) !== undefined);
  if (found === undefined) throw new TypeError('no plugin has an ordering');
  return found;
}

/** Notes that an instance applies since the consumer is in its group. */
export function noteGroup({ gateway, consumer, path }: Exchange, plugin: Plugin): void {
  const { consumerGroup } = plugin;
  if (consumerGroup === null) return;
  const nameOf = ({ name, id }: typeof consumerGroup): string => fromBytes(name ?? id);
  const others = consumerGroupsOf(gateway, consumer).filter((group) => group !== consumerGroup);
  const data = { group: nameOf(consumerGroup), others: others.map(nameOf) };
  const [step, name] = ['consumer-group', 'consumer group'];
  path.push(
    check({ plugin, step, name, outcome: 'pass', data, basis: DOCUMENTED, at: () => plugin.place('consumer_group') }),
  );
}
