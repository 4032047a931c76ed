import type { Crypto } from '@why401/core';
import { isUnknown } from '../unknown.ts';
import { checkRecord } from './check.ts';
import type { Declarative } from './declarative.ts';
import { type Fault, type Faults, LoaderCrash, merged } from './fault.ts';
import type { EntityName } from './field.ts';
import { fillRecord } from './fill.ts';
import { entityId } from './ids.ts';
import { isTable, own, type Table } from './table.ts';

/**
 * A file that fails is checked again with every reference replaced by the id of what it names, since some checks
 * need that. It may pass then; else the faults of this pass count, and those of fields that must be empty.
 */
export function checkAgain(
  raw: Table,
  first: Faults,
  known: Declarative,
  options: { readonly cacheKeyFirst: boolean; readonly crypto: Pick<Crypto, 'digest'> },
): Faults | undefined {
  const copy = copyTable(raw);
  const found = new Found();
  addIds(
    copy,
    known,
    options,
    found,
    known.names.map((name) => ({ name, field: undefined })),
    undefined,
  );
  found.resolve(known);
  const root = known.root('ids');
  const second = checkRecord(root, fillRecord(root, copy));
  return second && merged(second, mustBeNull(first));
}

class Found {
  private readonly all: { readonly entity: EntityName; readonly item: Table }[] = [];
  private readonly byId = new Map<string, Table>();
  private readonly byName = new Map<string, Table>();

  add(entity: EntityName, item: Table, endpointKey: string | null): void {
    this.all.push({ entity, item });
    this.byId.set(`${entity}\0${String(own(item, 'id'))}`, item);
    const name = endpointKey === null ? undefined : own(item, endpointKey);
    if (typeof name === 'string' && !this.byName.has(`${entity}\0${name}`)) this.byName.set(`${entity}\0${name}`, item);
  }

  resolve(known: Declarative): void {
    for (const { entity, item } of this.all) {
      for (const [field, { type, reference }] of Object.entries(known.entities.get(entity)?.record.fields ?? {})) {
        const value = type === 'foreign' ? own(item, field) : undefined;
        if (typeof value !== 'string') continue;
        const target = this.byName.get(`${reference}\0${value}`) ?? this.byId.get(`${reference}\0${value}`);
        if (target) item[field] = { id: own(target, 'id') };
      }
    }
  }
}

interface Slot {
  readonly name: EntityName;
  readonly field: string | undefined;
}

/** Any id will do where Kong makes one up. */
const MADE_UP = '00000000-0000-4000-8000-000000000000';

function addIds(
  table: Table,
  known: Declarative,
  options: { readonly cacheKeyFirst: boolean; readonly crypto: Pick<Crypto, 'digest'> },
  found: Found,
  slots: readonly Slot[],
  parentId: unknown,
): void {
  for (const { name, field } of slots) {
    const list = own(table, name);
    const schema = known.entities.get(name);
    if (!Array.isArray(list) || !schema) continue;
    for (const item of list as unknown[]) {
      if (!isTable(item) && !isUnknown(item) && !(typeof item === 'string' && schema.primaryKey))
        throw new LoaderCrash();
      if (!isTable(item) || Array.isArray(item)) continue;
      const row = item as Table;
      const scope =
        field === undefined ? undefined : { field, id: typeof parentId === 'string' ? parentId : undefined };
      if (!schema.primaryKey && own(row, 'id') === undefined) {
        const id =
          entityId(schema, row, scope, options) ?? (namesWithoutText(schema.endpointKey, row) ? undefined : MADE_UP);
        if (id !== undefined) row['id'] = id;
      }
      addIds(row, known, options, found, known.children.get(name) ?? [], own(row, 'id'));
      found.add(name, row, schema.endpointKey);
      if (field !== undefined && !own(row, field)) row[field] = parentId === undefined ? {} : { id: parentId };
    }
  }
}

/** The name is there but no text: Kong then derives no id at all. */
function namesWithoutText(endpointKey: string | null, item: Table): boolean {
  const name = endpointKey === null ? undefined : own(item, endpointKey);
  return name !== undefined && typeof name !== 'string';
}

/** The faults of the first pass that are about fields which must be empty. */
function mustBeNull(faults: Faults): Faults {
  const out: Faults = new Map();
  for (const [key, fault] of faults) {
    const kept: Fault | undefined =
      typeof fault === 'string' ? (fault === 'value must be null' ? fault : undefined) : mustBeNull(fault);
    if (kept !== undefined && (typeof kept === 'string' || kept.size > 0)) out.set(key, kept);
  }
  return out;
}

function copyTable(table: Table): Table {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, copy(value)]));
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  return isTable(value) ? copyTable(value as Table) : value;
}
