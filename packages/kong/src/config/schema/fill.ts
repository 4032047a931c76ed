import { isUnknown } from '../unknown.ts';
import { LoaderCrash } from './fault.ts';
import type { Field, RecordSchema, Variant } from './field.ts';
import { isTable, own, type Table } from './table.ts';

/**
 * Fills in what a file leaves out, as `Schema:process_auto_fields` does on an insert. Texts that
 * Kong makes up (ids, keys, secrets) stay undefined. Throws `LoaderCrash` where Kong does.
 */
export function fillRecord(schema: RecordSchema, raw: Table): Table {
  const data = expandShorthands(schema, raw);
  const variant = variantOf(schema, data);
  for (const [name, base] of Object.entries(schema.fields)) {
    const field = (variant && own(variant.fields, name)) ?? base;
    const value = fillField(field, own(data, name));
    if (value !== undefined) data[name] = value;
  }
  return data;
}

export function variantOf(schema: RecordSchema, data: Table): Variant | undefined {
  if (!schema.variants) return undefined;
  const key = own(data, schema.variants.key);
  if (typeof key === 'string') return schema.variants.of(key);
  if (!Array.isArray(key)) return undefined;
  for (const element of key) {
    const variant = typeof element === 'string' ? schema.variants.of(element) : undefined;
    if (variant) return variant;
  }
  return undefined;
}

function expandShorthands(schema: RecordSchema, raw: Table): Table {
  const data = { ...raw };
  for (const [name, shorthand] of Object.entries(schema.shorthands ?? {})) {
    const value = own(data, name);
    if (value === undefined || isUnknown(value)) continue;
    if (!shorthand.accepts(value)) throw new LoaderCrash();
    delete data[name];
    for (const [key, made] of Object.entries(shorthand.expand(value)))
      data[key] = joined(own(data, key), made, shorthand.deprecated ?? false);
  }
  return data;
}

/** What a shorthand makes, put where something may stand already. */
function joined(written: unknown, made: unknown, writtenWins: boolean): unknown {
  const empty = written === undefined || written === null;
  if (!isTable(made)) return writtenWins && !empty ? written : made;
  const kept = isTable(written) ? Object.entries(written).filter(([, value]) => !writtenWins || value !== null) : [];
  return writtenWins ? { ...made, ...Object.fromEntries(kept) } : { ...Object.fromEntries(kept), ...made };
}

function fillField(field: Field, given: unknown): unknown {
  let value = given;
  if (field.type === 'record' && field.record) {
    if (value === undefined && field.required) value = missing(field);
    return isTable(value) && isRecord(value)
      ? fillRecord(field.record, value)
      : (value ?? (value === null ? null : missing(field)));
  }
  if (isTable(value)) value = fillCollection(field, value);
  if (value !== undefined || field.auto) return value;
  return missing(field);
}

function fillCollection(field: Field, value: object): unknown {
  const inner = field.elements ?? field.values;
  if (!inner) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = field.type === 'set' ? distinct(value) : value;
    return needsFilling(inner) ? list.map((element) => fillField(inner, element)) : list;
  }
  if (!needsFilling(inner)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillField(inner, item)]));
}

/** Lua's empty array is an empty record too. */
function isRecord(value: object): value is Table {
  return !Array.isArray(value) || value.length === 0;
}

/** Only records change inside a collection. */
function needsFilling(field: Field): boolean {
  return field.record !== undefined || field.elements !== undefined || field.values !== undefined;
}

function missing(field: Field): unknown {
  if (field.default !== undefined) return structuredCopy(field.default);
  if (!field.required) return null;
  return field.record ? fillRecord(field.record, {}) : undefined;
}

function structuredCopy(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value;
}

function distinct(list: readonly unknown[]): unknown[] {
  return list.length < 2 ? [...list] : [...new Set(list)];
}
