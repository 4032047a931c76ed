import { redactReport } from '@why401/core/redact';
import { dim, type Line, line, type Section, strong, value, warn } from '@why401/core/report';
import {
  type Consumer,
  type Entity,
  type Gateway,
  type Plugin,
  type Route,
  type Service,
  showUnknown,
} from '@why401/kong/config';
import { fromBytes } from '@why401/kong/wire';
import { type Bench, noConfiguration } from '../bench.ts';
import type { Body } from '../body.ts';
import { gatewaySettings } from './gateway-settings.ts';

/** Rows of one kind that are sent; what is left is counted, and found by its name. */
const MOST = 100;

/** What stands in the uploaded configuration, kind by kind, each with its place in the files. */
export function entities(bench: Bench, body: Body): object {
  const find = body.optional('find')?.toLowerCase() ?? '';
  if (bench.configFiles.length === 0) return { problems: [noConfiguration] };
  const asking = bench.gateway(gatewaySettings(body), bench.systemNow());
  if (!asking.ok) return { problems: asking.problems };
  const { gateway } = asking.asker;
  const kinds = [services(gateway), routes(gateway), plugins(gateway), consumers(gateway)];
  const sections = kinds.map((kind) => sectionOf(kind, find));
  return { sections: redactReport({ title: '', sections }).sections };
}

interface Kind {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}
interface Row {
  readonly entity: Entity;
  readonly cells: () => readonly Line[];
  /** What is looked for. */
  readonly name: string;
}

function sectionOf({ id, title, head, rows }: Kind, find: string): Section {
  const found = find === '' ? rows : rows.filter(({ name }) => name.toLowerCase().includes(find));
  const shown = found.slice(0, MOST).map(({ cells, entity }) => [...cells(), line`${dim(placeOf(entity))}`]);
  const left = found.length - shown.length;
  const of = find === '' ? '' : ` of ${rows.length}`;
  return {
    id,
    title: `${title} (${found.length}${of})`,
    blocks: [
      ...(shown.length === 0 ? [] : [{ kind: 'table' as const, head: [...head, 'where'], rows: shown }]),
      ...(left === 0 ? [] : [{ kind: 'text' as const, lines: [line`${dim(`and ${left} more: look for a name`)}`] }]),
    ],
  };
}

const textOf = (bytes: string): string => showUnknown(fromBytes(bytes), (name) => `<${name}>`);
const list = (texts: readonly string[] | null): string => (texts ?? []).map(textOf).join(', ');
const nameOf = ({ name, id }: Service | Route): string => textOf(name ?? id);
const consumerOf = ({ username, customId, id }: Consumer): string => textOf(username ?? customId ?? id);

function placeOf(entity: Entity): string {
  const { file, line: at } = entity.place();
  return [file, at].filter((part) => part !== undefined).join(':');
}

const services = ({ services: all, routes: of }: Gateway): Kind => ({
  id: 'services',
  title: 'Services',
  head: ['service', 'upstream', 'routes'],
  rows: all.map((service) => ({
    entity: service,
    name: nameOf(service),
    cells: () => [
      line`${strong(nameOf(service))}${service.enabled ? '' : warn(' switched off')}`,
      line`${value(`${service.protocol}://${textOf(service.host)}:${service.port}${textOf(service.path ?? '')}`)}`,
      line`${String(of.filter((route) => route.service === service).length)}`,
    ],
  })),
});

const routes = ({ routes: all }: Gateway): Kind => ({
  id: 'routes',
  title: 'Routes',
  head: ['route', 'service', 'takes'],
  rows: all.map((route) => ({
    entity: route,
    name: `${nameOf(route)} ${list(route.paths)} ${list(route.hosts)}`,
    cells: () => [
      line`${strong(nameOf(route))}`,
      line`${route.service === null ? dim('none') : nameOf(route.service)}`,
      line`${takes(route)}`,
    ],
  })),
});

function takes({ expression, methods, hosts, paths, headers, snis, protocols }: Route): string {
  if (expression !== null) return textOf(expression);
  const parts = [
    list(methods),
    list(hosts),
    list(paths),
    Object.keys(headers ?? {})
      .map((name) => `header ${textOf(name)}`)
      .join(', '),
    snis === null || snis.length === 0 ? '' : `SNI ${list(snis)}`,
  ].filter((part) => part !== '');
  return `${parts.join(' · ')}${parts.length === 0 ? '' : ' · '}${protocols.join(', ')}`;
}

const plugins = ({ plugins: all }: Gateway): Kind => ({
  id: 'all-plugins',
  title: 'Plugins',
  head: ['plugin', 'scope'],
  rows: all.map((plugin) => ({
    entity: plugin,
    name: `${plugin.name} ${scopeOf(plugin)}`,
    cells: () => [line`${strong(plugin.name)}${plugin.enabled ? '' : warn(' switched off')}`, line`${scopeOf(plugin)}`],
  })),
});

function scopeOf({ route, service, consumer }: Plugin): string {
  const parts = [
    route === null ? '' : `route ${nameOf(route)}`,
    service === null ? '' : `service ${nameOf(service)}`,
    consumer === null ? '' : `consumer ${consumerOf(consumer)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'global' : parts.join(', ');
}

function consumers(gateway: Gateway): Kind {
  const counts = [
    ['jwt', countsOf(gateway.jwtSecrets)],
    ['key-auth', countsOf(gateway.keyAuthCredentials)],
    ['basic-auth', countsOf(gateway.basicAuthCredentials)],
    ['hmac-auth', countsOf(gateway.hmacAuthCredentials)],
    ['group', countsOf(gateway.acls)],
  ] as const;
  return {
    id: 'consumers',
    title: 'Consumers',
    head: ['consumer', 'credentials'],
    rows: gateway.consumers.map((consumer) => ({
      entity: consumer,
      name: consumerOf(consumer),
      cells: () => {
        const held = counts.flatMap(([what, of]) => (of.has(consumer) ? [`${of.get(consumer)} ${what}`] : []));
        return [line`${strong(consumerOf(consumer))}`, line`${held.length === 0 ? dim('none') : held.join(', ')}`];
      },
    })),
  };
}

function countsOf(owned: readonly { readonly consumer: Consumer | null }[]): ReadonlyMap<Consumer, number> {
  const counts = new Map<Consumer, number>();
  for (const { consumer } of owned) if (consumer !== null) counts.set(consumer, (counts.get(consumer) ?? 0) + 1);
  return counts;
}
