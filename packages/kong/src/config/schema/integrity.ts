import type { LoaderRules } from '../../versions/index.ts';
import { isUnknown } from '../unknown.ts';
import { LoaderCrash } from './fault.ts';
import { type EntityName, fieldsOf } from './field.ts';
import type { Item } from './flatten.ts';
import { CRASH } from './judge.ts';
import { isTable, own, type Table } from './table.ts';

/** Entities by id and by name, as references find them. */
export interface Directory {
  find(entity: EntityName, reference: unknown): Item | undefined;
}

/** What is wrong between entities, told at a path of Kong's `fields`. */
export interface Claim {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The entity that it is about; undefined where Kong breaks down and nobody knows over what. */
  readonly item: Item | undefined;
  /** What Kong breaks down over. */
  readonly over?: Dangling;
}

/** A reference that leads nowhere. */
export interface Dangling {
  readonly field: string;
  readonly value: string;
  readonly entity: EntityName;
}

export interface Integrity {
  readonly claims: readonly Claim[];
  readonly directory: Directory;
  /** The entities that stay: before 3.4 the last one of those with one id. */
  readonly items: readonly Item[];
}

/**
 * Uniqueness, references and further unique fields over all entities (`validate_references` and `flatten` in
 * `declarative_config.lua`). Each stage is only reached when the one before found nothing.
 */
export function checkIntegrity(all: readonly Item[], rules: LoaderRules, danglingAllowed: boolean): Integrity {
  const index = new Index();
  const doubled = all.flatMap((item) => index.add(item, rules));
  const items = rules.refusesDuplicates ? all : all.filter((item) => index.holds(item));
  try {
    const dangling = danglingAllowed
      ? []
      : items.flatMap((item) => (item.readBy === 'running' ? [] : danglingOf(item, index, rules)));
    const claims = [...doubled, ...dangling];
    const further =
      claims.length > 0 || !rules.refusesDuplicates
        ? []
        : doubledFields(items.filter(({ readBy }) => readBy !== 'running'));
    return { claims: [...claims, ...further], directory: index, items };
  } catch (error) {
    if (!(error instanceof LoaderCrash)) throw error;
    const over = error instanceof DanglingCrash ? error : undefined;
    const claim = { ...CRASH, item: over?.item, ...(over && { over: over.dangling }) };
    return { claims: [claim], directory: index, items };
  }
}

/** Kong breaks down on a reference that leads nowhere. */
class DanglingCrash extends LoaderCrash {
  readonly item: Item;
  readonly dangling: Dangling;

  constructor(item: Item, dangling: Dangling) {
    super();
    this.item = item;
    this.dangling = dangling;
  }
}

class Index implements Directory {
  private readonly ids = new Map<string, Item>();
  private readonly names = new Map<string, Item>();

  find(entity: EntityName, reference: unknown): Item | undefined {
    const text = textOf(reference);
    if (text === undefined) return undefined;
    const key = `${entity}\0${text}`;
    return this.names.get(key) ?? this.ids.get(key);
  }

  holds(item: Item): boolean {
    return item.id === undefined || this.ids.get(`${item.schema.name}\0${item.id}`) === item;
  }

  /** Registers an entity; what Kong says when its name or id is there already. */
  add(item: Item, rules: LoaderRules): Claim[] {
    const { name: entity, endpointKey, record } = item.schema;
    const name = nameOf(item);
    const names = rules.refusesDuplicates && endpointKey !== null ? record.fields[endpointKey]?.unique : true;
    if (names && typeof name === 'string' && !isUnknown(name) && item.readBy !== 'running') {
      const key = `${entity}\0${name}`;
      if (rules.refusesDuplicates && this.names.has(key))
        return [{ path: [entity, item.index], message: violation(entity, endpointKey ?? '', name), item }];
      this.names.set(key, item);
    }
    if (item.id === undefined || isUnknown(item.id)) return [];
    const key = `${entity}\0${item.id}`;
    if (rules.refusesDuplicates && this.ids.has(key) && item.readBy !== 'running')
      return [{ path: pathOf(item, rules), message: violation(entity, 'primary key', item.id), item }];
    this.ids.set(key, item);
    return [];
  }
}

function pathOf({ parent, schema, index }: Item, rules: LoaderRules): readonly (string | number)[] {
  if (!parent || !rules.placesNestedDuplicates) return [schema.name, index];
  return [parent.schema.name, parent.index, schema.name, index];
}

function danglingOf(item: Item, index: Index, rules: LoaderRules): Claim[] {
  const out: Claim[] = [];
  for (const [field, { type, reference }] of fieldsOf(item.schema.record)) {
    if (type !== 'foreign' || reference === undefined || field === item.parentField) continue;
    const value = own(item.filled, field);
    if (value === null || value === undefined || isUnknown(value) || index.find(reference, value)) continue;
    const shown =
      (item.readBy === 'deck' ? textOf(value) : undefined) ??
      (typeof value === 'string' ? value : JSON.stringify(value));
    const message = `invalid reference '${field}: ${shown}' (no such entry in '${reference}')`;
    const label = labelOf(item, rules);
    if (label === undefined) throw new DanglingCrash(item, { field, value: shown, entity: reference });
    out.push({ path: [item.schema.name, label, out.length], message, item });
  }
  return out;
}

/** Undefined where Kong breaks down: it wants to use a naming field as a key that is empty. */
function labelOf(item: Item, rules: LoaderRules): string | undefined {
  const { endpointKey, record } = item.schema;
  const naming = endpointKey === null ? undefined : record.fields[endpointKey];
  if (naming && (!rules.refusesDuplicates || naming.unique)) {
    const name = nameOf(item);
    if (typeof name === 'string') return name;
    if (!naming.auto && item.readBy === 'loader') return undefined;
  }
  if (item.readBy === 'deck') return textOf({ name: own(item.filled, 'name') }) ?? item.id ?? '<unnamed>';
  return item.id ?? '<random id>';
}

/** Names are unique already. Only the last doubled value of each entity is told. */
function doubledFields(items: readonly Item[]): Claim[] {
  const seen = new Set<string>();
  const out = new Map<EntityName, Claim>();
  for (const item of items) {
    const { name: entity, record, endpointKey } = item.schema;
    for (const [field, { unique }] of fieldsOf(record)) {
      const value = unique && field !== endpointKey ? own(item.filled, field) : undefined;
      if (typeof value !== 'string' || isUnknown(value)) continue;
      const key = `${entity}\0${field}\0${value}`;
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      const label = endpointKey === null ? (item.id ?? '<random id>') : own(item.filled, endpointKey);
      if (typeof label !== 'string') throw new LoaderCrash();
      out.set(entity, { path: [entity, label], message: violation(entity, field, value), item });
    }
  }
  return [...out.values()];
}

function nameOf({ schema, filled }: Item): unknown {
  return schema.endpointKey === null ? undefined : own(filled, schema.endpointKey);
}

function textOf(reference: unknown): string | undefined {
  if (typeof reference === 'string') return reference;
  if (!isTable(reference)) return undefined;
  for (const key of ['id', 'name', 'username', 'key', 'custom_id']) {
    const value = own(reference as Table, key);
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function violation(entity: EntityName, key: string, value: string): string {
  return `uniqueness violation: '${entity}' entity with ${key} set to '${value}' already declared`;
}
