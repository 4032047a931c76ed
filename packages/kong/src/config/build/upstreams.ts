import type { HealthCheck, Target, UpstreamEntity } from '../model.ts';
import type { Item } from '../schema/index.ts';
import { isTable, own, type Table } from '../schema/index.ts';
import type { Lookup } from './entities.ts';
import { Fields } from './values.ts';

/** kong/db/dao/targets.lua@3.9.1: a target without a port has 8000. */
const PORT = 8000;

/** The Upstreams, each with those of `targets` that are its own. */
export function upstreamsOf(
  all: <Kind extends UpstreamEntity | Target>(name: string, build: (item: Item) => Kind) => Kind[],
  lookup: Lookup,
): UpstreamEntity[] {
  const own = new Map<UpstreamEntity, Target[]>();
  const upstreams = all('upstreams', (item): UpstreamEntity => {
    const targets: Target[] = [];
    const upstream = upstreamOf(item, targets);
    own.set(upstream, targets);
    return upstream;
  });
  all('targets', (item): Target => {
    const target = targetOf(item);
    const upstream = lookup<UpstreamEntity>(item, 'upstream');
    if (upstream) own.get(upstream)?.push(target);
    return target;
  });
  return upstreams;
}

function upstreamOf(item: Item, targets: readonly Target[]): UpstreamEntity {
  const fields = new Fields(item);
  const checks = tableOf(own(item.filled, 'healthchecks'));
  return fields.entity({
    id: fields.id,
    place: fields.place,
    name: fields.text('name') ?? '',
    algorithm: fields.text('algorithm') ?? 'round-robin',
    hostHeader: fields.text('host_header'),
    healthchecks: {
      active: healthCheck(tableOf(own(checks, 'active'))),
      passive: healthCheck(tableOf(own(checks, 'passive'))),
      threshold: numberOf(checks, 'threshold'),
    },
    targets,
  });
}

function healthCheck(check: Table): HealthCheck {
  const [healthy, unhealthy] = [tableOf(own(check, 'healthy')), tableOf(own(check, 'unhealthy'))];
  return {
    healthy: {
      interval: numberOf(healthy, 'interval'),
      httpStatuses: numbersOf(healthy, 'http_statuses'),
      successes: numberOf(healthy, 'successes'),
    },
    unhealthy: {
      interval: numberOf(unhealthy, 'interval'),
      httpStatuses: numbersOf(unhealthy, 'http_statuses'),
      httpFailures: numberOf(unhealthy, 'http_failures'),
      tcpFailures: numberOf(unhealthy, 'tcp_failures'),
      timeouts: numberOf(unhealthy, 'timeouts'),
    },
  };
}

function targetOf(item: Item): Target {
  const fields = new Fields(item);
  const target = fields.text('target') ?? '';
  const [, host = target, port] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(target) ?? [];
  return fields.entity({
    id: fields.id,
    place: fields.place,
    target,
    host,
    port: port === undefined ? PORT : Number(port),
    weight: fields.number('weight', 100),
  });
}

const tableOf = (value: unknown): Table => (isTable(value) && !Array.isArray(value) ? (value as Table) : {});

function numberOf(table: Table, name: string): number {
  const value = own(table, name);
  return typeof value === 'number' ? value : 0;
}

function numbersOf(table: Table, name: string): readonly number[] {
  const value = own(table, name);
  return Array.isArray(value) ? value.filter((one): one is number => typeof one === 'number') : [];
}
