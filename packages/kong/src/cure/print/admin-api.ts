import { shownValue } from '../hidden.ts';
import type { Change, ConfigEdit, ConfigValue, EntityRef } from '../model.ts';

const NOTES = [
  '# $ADMIN: http://localhost:8001. Konnect: https://<region>.api.konghq.com/v2/control-planes/<id>/core-entities,',
  '# with -H "Authorization: Bearer $KONNECT_TOKEN". DB-less: read-only; change the file and POST it to $ADMIN/config.',
];

/** The same change as calls of the Admin API. Undefined where it is not one of the gateway's configuration. */
export function asAdminApi(change: Change): readonly string[] | undefined {
  if (change.kind !== 'config') return undefined;
  return [...byEntity(change.edits).flatMap(callOf), ...NOTES];
}

/** Fields of one entity go in one call, so that Kong never sees the half of a change. */
function byEntity(edits: readonly ConfigEdit[]): ConfigEdit[][] {
  const calls = new Map<string, ConfigEdit[]>();
  for (const edit of edits) {
    const name = edit.op === 'create' ? JSON.stringify([edit.entity, calls.size]) : JSON.stringify(edit.entity);
    calls.set(name, [...(calls.get(name) ?? []), edit]);
  }
  return [...calls.values()];
}

function callOf(edits: readonly ConfigEdit[]): string[] {
  const [first] = edits;
  if (first === undefined) return [];
  const { entity } = first;
  if (first.op === 'create') return createdCalls(entity, first.new as Members);
  const body = edits.reduce<ConfigValue>((tree, edit) => put(tree, edit.field.split('.'), edit.new ?? null), {});
  if (entity.kind !== 'plugins' || entity.id !== null) return [curl('PATCH', entityPath(entity), shownValue(body))];
  // Kong makes up the id of a plugin that has none in the file, and knows no other name for it.
  const select = `jq -r '.data[] | select(.name == "${entity.name}") | .id'`;
  return [`ID=$(curl -s "$ADMIN${listPath(entity)}" | ${select})`, curl('PATCH', '/plugins/$ID', shownValue(body))];
}

type Members = { readonly [name: string]: ConfigValue };

/** The Admin API takes no credentials inside a consumer: they are created in a list of their own. */
function createdCalls(entity: EntityRef, value: Members): string[] {
  const { jwt_secrets: credentials = [], ...own } = value;
  const consumer = { ...entity, kind: 'jwt_secrets' as const, owners: { consumer: entity.name } };
  return [
    curl('POST', listPath(entity), shownValue(own)),
    ...(credentials as readonly ConfigValue[]).map((one) => curl('POST', listPath(consumer), shownValue(one))),
  ];
}

function put(tree: ConfigValue, path: readonly string[], value: ConfigValue): ConfigValue {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const map = tree as Members;
  return { ...map, [name]: put(map[name] ?? {}, rest, value) };
}

function curl(method: string, path: string, body: unknown): string {
  const data = JSON.stringify(body).replaceAll("'", "'\\''");
  return `curl -sX ${method} "$ADMIN${path}" -H 'Content-Type: application/json' -d '${data}'`;
}

function listPath({ kind, owners }: EntityRef): string {
  if (kind === 'jwt_secrets') return `/consumers/${encodeURIComponent(owners.consumer ?? '')}/jwt`;
  if (kind !== 'plugins') return `/${kind}`;
  const [scope] = (['route', 'service', 'consumer'] as const).filter((name) => owners[name] !== undefined);
  return scope === undefined ? '/plugins' : `/${scope}s/${encodeURIComponent(owners[scope] ?? '')}/plugins`;
}

function entityPath(entity: EntityRef): string {
  return `${entity.kind === 'jwt_secrets' ? listPath(entity) : `/${entity.kind}`}/${encodeURIComponent(entity.id ?? entity.name)}`;
}
