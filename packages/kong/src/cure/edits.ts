import { isScalar } from 'yaml';
import { type Consumer, isUnknown, type JwtSecret, type Plugin, type Route } from '../config/index.ts';
import { fromBytes } from '../wire/bytes.ts';
import { mapAt, masksOf, pairOf } from './edit/index.ts';
import { Hidden } from './hidden.ts';
import type { ConfigChange, ConfigEdit, ConfigValue, EntityRef } from './model.ts';
import { openAround } from './open.ts';
import type { Entity, Situation } from './situation.ts';

/** A change of the configuration that was not yet applied. */
export function configChange(...edits: readonly (ConfigEdit | undefined)[]): ConfigChange | undefined {
  const known = edits.filter((edit) => edit !== undefined);
  return known.length === edits.length ? { kind: 'config', edits: known, hunks: [], results: [] } : undefined;
}

/** Gives a field of an entity a value. Undefined where the entity stands in no file. */
export function setEdit(situation: Situation, entity: Entity, ref: EntityRef, field: string, value: ConfigValue) {
  return edit(situation, entity, { op: 'set', entity: ref, field, new: value });
}

export function removeEdit(situation: Situation, entity: Entity, ref: EntityRef, field: string) {
  return edit(situation, entity, { op: 'remove', entity: ref, field, new: undefined });
}

/** Adds an entity to a list of `parent`. */
export function createEdit(situation: Situation, parent: Entity, ref: EntityRef, list: string, value: ConfigValue) {
  return edit(situation, parent, { op: 'create', entity: ref, field: list, new: value });
}

type Wanted = Pick<ConfigEdit, 'op' | 'entity' | 'field' | 'new'>;

function edit(situation: Situation, entity: Entity, wanted: Wanted): ConfigEdit | undefined {
  const place = entity.place();
  if (place.file === undefined || place.from === undefined) return undefined;
  const line = (wanted.op === 'create' ? place : entity.place(wanted.field)).line ?? 1;
  const { file, from: at } = place;
  const made: ConfigEdit = {
    ...wanted,
    file,
    line,
    at,
    // Most candidates are given up before anybody asks for it.
    get old() {
      return wanted.op === 'create' ? undefined : written(situation, entity, wanted.field);
    },
  };
  entities.set(made, entity);
  return made;
}

const entities = new WeakMap<ConfigEdit, Entity>();

/** The entity that is edited; for `create` the parent. */
export const entityOf = (made: ConfigEdit): Entity | undefined => entities.get(made);

/** A field as the file has it, hidden where it is a secret; undefined where it is not written. */
export function written(situation: Situation, entity: Entity, field: string): ConfigValue | undefined {
  const { file: name, from } = entity.place();
  const open = name === undefined || from === undefined ? undefined : openAround(situation, name, [from]);
  if (name === undefined || from === undefined || open === undefined) return undefined;
  const map = mapAt(open, from);
  const [first, ...rest] = field.split('.');
  const value: unknown = map === undefined ? undefined : pairOf(map, first ?? '')?.value;
  const found = rest.length === 0 ? value : within(value, rest);
  const mask = isScalar(found) ? masksOf(open, name).find(({ from: at }) => at === found.range?.[0]) : undefined;
  if (isScalar(found) && mask !== undefined) return new Hidden(String(found.value), mask.shown.slice(1, -1));
  if (isScalar(found)) return found.value as ConfigValue;
  return hasJson(found) ? (found.toJSON() as ConfigValue) : undefined;
}

function within(node: unknown, path: readonly string[]): unknown {
  return typeof node === 'object' && node !== null && 'getIn' in node
    ? (node as { getIn(path: readonly string[], keep: boolean): unknown }).getIn(path, true)
    : undefined;
}

function hasJson(node: unknown): node is { toJSON(): unknown } {
  return typeof node === 'object' && node !== null && 'toJSON' in node;
}

/** The id that the file gives the entity. */
const idOf = (entity: Entity): string | null =>
  entity.place('id').from === undefined || isUnknown(entity.id) ? null : fromBytes(entity.id);

export function pluginRef(plugin: Plugin): EntityRef {
  const owner = (entity: { name?: string | null; username?: string | null; id: string } | null) =>
    entity === null ? undefined : fromBytes(entity.name ?? entity.username ?? entity.id);
  const owners = { route: owner(plugin.route), service: owner(plugin.service), consumer: owner(plugin.consumer) };
  const named = Object.fromEntries(Object.entries(owners).filter(([, name]) => name !== undefined));
  return {
    kind: 'plugins',
    id: idOf(plugin),
    name: fromBytes(plugin.name),
    owners: named,
  };
}

export function credentialRef(credential: JwtSecret): EntityRef {
  const id = idOf(credential);
  const consumer = credential.consumer === null ? {} : { consumer: consumerName(credential.consumer) };
  return { kind: 'jwt_secrets', id, name: fromBytes(credential.key), owners: consumer };
}

export const routeRef = (route: Route): EntityRef => ({
  kind: 'routes',
  id: idOf(route),
  name: fromBytes(route.name ?? route.id),
  owners: {},
});

export function consumerRef(consumer: Consumer): EntityRef {
  return {
    kind: 'consumers',
    id: idOf(consumer),
    name: consumerName(consumer),
    owners: {},
  };
}

export function consumerName(consumer: Consumer): string {
  return fromBytes(consumer.username ?? consumer.customId ?? consumer.id);
}
