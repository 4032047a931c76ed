import { NOT_TEXT } from '../text/index.ts';
import { isUnknown } from '../unknown.ts';
import { LoaderCrash } from './fault.ts';
import { type Field, fieldsOf, type RecordSchema, type Shorthand, type Variant } from './field.ts';
import { get, isTable, own, type Table } from './table.ts';

/**
 * Fills in what a file leaves out, as `Schema:process_auto_fields` does on an insert. Texts that
 * Kong makes up (ids, keys, secrets) are undefined. Throws `LoaderCrash` where Kong does.
 */
export function fillRecord(schema: RecordSchema, raw: Table): Table {
  const given = expandShorthands(schema, raw);
  const { defaults, deep } = patternOf(schema, variantOf(schema, given));
  const out: Table = { ...defaults, ...given };
  for (const [name, field] of deep) out[name] = fillField(field, own(given, name));
  return out;
}

export function variantOf(schema: RecordSchema, data: Table): Variant | undefined {
  if (!schema.variants) return undefined;
  const key = own(data, schema.variants.key) ?? schema.fields[schema.variants.key]?.default;
  if (typeof key === 'string') return schema.variants.of(key);
  if (!Array.isArray(key)) return undefined;
  for (const element of key) {
    const variant = typeof element === 'string' ? schema.variants.of(element) : undefined;
    if (variant) return variant;
  }
  return undefined;
}

/** What every record of one schema and variant begins as. */
interface Pattern {
  readonly defaults: Table;
  /** Fields whose value is looked into. */
  readonly deep: readonly (readonly [string, Field])[];
}

const patterns = new WeakMap<RecordSchema, Map<Variant | undefined, Pattern>>();

function patternOf(schema: RecordSchema, variant: Variant | undefined): Pattern {
  const known = patterns.get(schema) ?? new Map<Variant | undefined, Pattern>();
  patterns.set(schema, known);
  const made = known.get(variant) ?? makePattern(schema, variant);
  known.set(variant, made);
  return made;
}

/**
 * An engine keeps an object small when its fields come all at once, and makes a hash table of it when they are added
 * one by one: 1.5 KB for each entity. Hence the detour through JSON.
 */
function makePattern(schema: RecordSchema, variant: Variant | undefined): Pattern {
  const fields = fieldsOf(schema).map(
    ([name, base]) => [name, (variant && own(variant.fields, name)) ?? base] as const,
  );
  const defaults = JSON.parse(JSON.stringify(Object.fromEntries(fields.map(([name]) => [name, null])))) as Table;
  for (const [name, field] of fields)
    if (field.auto || missing(field) !== null) defaults[name] = field.auto ? undefined : missing(field);
  return { defaults, deep: fields.filter(([, field]) => needsFilling(field) || field.type === 'set') };
}

/** The table, its shorthands replaced by what they stand for. */
function expandShorthands({ shorthands }: RecordSchema, raw: Table): Table {
  if (!shorthands || !Object.keys(raw).some((name) => Object.hasOwn(shorthands, name))) return raw;
  const data: Table = { ...raw };
  for (const [name, shorthand] of Object.entries(shorthands)) {
    const value = own(data, name);
    if (value === undefined || isUnknown(value)) continue;
    if (!shorthand.accepts(value) || differs(value, shorthand, data)) throw new LoaderCrash();
    delete data[name];
    for (const [key, made] of Object.entries(shorthand.expand(value)))
      data[key] = joined(own(data, key), made, shorthand.deprecated ?? false);
  }
  return data;
}

/** Both names are written, and do not say the same. */
function differs(value: unknown, { replacedWith }: Shorthand, data: Table): boolean {
  const now = replacedWith === undefined || value === null ? undefined : get(data, replacedWith);
  return now !== undefined && now !== null && now !== false && !isUnknown(now) && now !== value;
}

/** What a shorthand makes, put where something may stand already. */
function joined(written: unknown, made: unknown, writtenWins: boolean): unknown {
  const empty = written === undefined || written === null;
  if (!isTable(made) || Array.isArray(made)) return writtenWins && !empty ? written : made;
  const kept = isTable(written) ? Object.entries(written).filter(([, value]) => !writtenWins || value !== null) : [];
  return writtenWins ? { ...made, ...Object.fromEntries(kept) } : { ...Object.fromEntries(kept), ...made };
}

function fillField(field: Field, value: unknown): unknown {
  if (value === undefined) return missing(field);
  if (field.record) return isTable(value) ? fillRecord(field.record, asTable(value)) : value;
  const inner = field.elements ?? field.values;
  if (!inner || !isTable(value)) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = field.type === 'set' ? distinct(value) : value;
    return needsFilling(inner) ? list.map((element) => fillField(inner, element)) : list;
  }
  if (!needsFilling(inner)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillField(inner, item)]));
}

/** A list where a record should be is one with the keys 1, 2, … */
export function asTable(value: object): Table {
  if (!Array.isArray(value)) return value as Table;
  return Object.fromEntries(value.map((element: unknown, i) => [`${NOT_TEXT}${i + 1}`, element]));
}

/** Records get their defaults wherever they are. */
function needsFilling(field: Field): boolean {
  const inner = field.elements ?? field.values;
  return field.record !== undefined || (inner !== undefined && needsFilling(inner));
}

/** Shared by all records that lack it, and never changed. */
function missing(field: Field): unknown {
  if (field.default !== undefined) return field.default;
  if (!field.required) return null;
  return field.record ? fillRecord(field.record, {}) : undefined;
}

function distinct(list: unknown[]): unknown[] {
  return list.length < 2 ? list : [...new Set(list)];
}
