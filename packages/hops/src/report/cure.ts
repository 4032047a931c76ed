import type { HopRecord } from '../record/index.ts';
import { type Cause, causeRow } from '../tables/causes/index.ts';
import { CHANGES, type Change } from './changes-table.ts';
import { upstreamOf } from './upstream.ts';

/** What cures a cause: in words, and where a setting of Kong does, ready to be carried out. */
export interface Cure {
  readonly text: string;
  readonly whoCures: string;
  readonly check: string;
  readonly change: {
    /** A call of the Admin API, which a node of Konnect does not have; null where it is a matter of kong.conf. */
    readonly adminApi: string | null;
    /** For decK, self-managed or Konnect. */
    readonly deck: readonly string[] | null;
    /** A line of kong.conf and the variable that stands for it; a restart is needed. */
    readonly kongConf: readonly string[] | null;
    readonly condition: string;
    readonly note: string;
  } | null;
}

export function cureOf(cause: Cause, record: HopRecord): Cure {
  const { cure: text, whoCures, check } = causeRow(cause);
  const change = CHANGES[cause];
  return {
    text,
    whoCures,
    check: filled(check, record),
    change: change === undefined ? null : changeOf(change, record),
  };
}

/** Names that stand for the upstream in checks, as far as it is known. */
function filled(check: string, record: HopRecord): string {
  const peer = upstreamOf(record);
  const name = record.entry?.service?.host ?? null;
  const named = name === null ? check : check.replaceAll('HOST @', () => `${name} @`).replaceAll('NAME', () => name);
  if (peer === null) return named;
  return named
    .replaceAll('HOST:PORT', () => `${peer.host}:${peer.port}`)
    .replaceAll('HOST PORT', () => `${peer.host} ${peer.port}`)
    .replaceAll('ADDRESS', () => peer.host);
}

function changeOf({ entity, settings, condition, note }: Change, record: HopRecord): NonNullable<Cure['change']> {
  const version = record.kong === null ? 'the version of Kong is not known' : `Kong ${record.kong} here`;
  const shared = { condition: `${condition}; ${version}`, note };
  const pairs = Object.entries(settings);
  if (entity === 'kong.conf') {
    const lines = pairs.flatMap(([name, value]) => [
      `${name} = ${value}`,
      `# in a container, and on a data plane of Konnect: KONG_${name.toUpperCase()}='${value}'`,
    ]);
    return { ...shared, adminApi: null, deck: null, kongConf: lines };
  }
  const name = nameOf(entity, record);
  const data = pairs.map(([key, value]) => `--data '${key}=${value}'`).join(' ');
  return {
    ...shared,
    adminApi: `curl -X PATCH http://localhost:8001/${entity}s/${name} ${data}`,
    deck: [`${entity}s:`, `  - name: ${name}`, ...pairs.flatMap(([key, value]) => yamlOf(key, value))],
    kongConf: null,
  };
}

/** `paths[]` → a list, `service.name` → a mapping. */
function yamlOf(key: string, value: string | number | boolean): readonly string[] {
  const shown = typeof value === 'string' && /^[<\d]|: /.test(value) ? `"${value}"` : String(value);
  const member = /^(\w+)\[\]\.(\w+)$/.exec(key);
  if (member !== null) return [`    ${member[1]}:`, `      - ${member[2]}: ${shown}`];
  if (key.endsWith('[]'))
    return [
      `    ${key.slice(0, -2)}:`,
      ...String(value)
        .split(',')
        .map((one) => `      - ${one}`),
    ];
  const [outer, inner] = key.split('.');
  return inner === undefined ? [`    ${outer}: ${shown}`] : [`    ${outer}:`, `      ${inner}: ${shown}`];
}

function nameOf(entity: Change['entity'], { entry }: HopRecord): string {
  if (entity === 'upstream') return entry?.service?.host ?? '<upstream>';
  const one = entity === 'service' ? entry?.service : entry?.route;
  return one?.name ?? one?.id ?? `<${entity}>`;
}
