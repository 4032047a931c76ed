import { NOT_TEXT } from '../text/index.ts';
import { isUnknown } from '../unknown.ts';
import { runEntityChecks } from './entity-checks.ts';
import { type Fault, type Faults, LoaderCrash } from './fault.ts';
import { type Field, fieldsOf, type RecordSchema, required } from './field.ts';
import { asTable, variantOf } from './fill.ts';
import { isSequence, isTable, own, type Table } from './table.ts';
import { runTests } from './tests.ts';

/** Judges one value; undefined when it is fine. The order of the tests is Kong's: the first failing one reports. */
export function checkField(field: Field, value: unknown): Fault | undefined {
  if (isUnknown(value)) return undefined;
  if (value === null || value === undefined) {
    if (field.eq !== undefined && field.eq !== null) return `value must be ${field.eq}`;
    return field.required ? 'required field missing' : undefined;
  }
  if (field.eq === null) return field.fault ?? 'value must be null';
  const fault = checkType(field, value);
  if (fault !== undefined) return fault;
  if (field.type === 'string' && field.referenceable && isVaultReference(value)) return undefined;
  return runTests(field, value);
}

/** Judges a record whose defaults are filled in. */
export function checkRecord(schema: RecordSchema, record: Table, complete = true): Faults | undefined {
  const unknownVariant = checkVariant(schema, record);
  if (unknownVariant) return unknownVariant;
  const faults: Faults = new Map();
  const variant = variantOf(schema, record);
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined || name === 'updated_at' || (name === 'ttl' && schema.ttl)) continue;
    const field = (variant && own(variant.fields, name)) ?? own(schema.fields, name);
    if (!field) {
      if (!schema.open) faults.set(keyOf(name), 'unknown field');
      continue;
    }
    const fault = checkField(field, value);
    if (fault !== undefined) faults.set(name, fault);
  }
  for (const [name, base] of fieldsOf(schema)) {
    const field = (variant && own(variant.fields, name)) ?? base;
    const value = own(record, name);
    if (field.required && (value === null || (complete && value === undefined && !field.auto)))
      faults.set(name, 'required field missing');
  }
  runEntityChecks(schema, variant, record, complete, faults);
  return faults.size > 0 ? faults : undefined;
}

function checkVariant(schema: RecordSchema, record: Table): Faults | undefined {
  const { variants } = schema;
  if (!variants) return undefined;
  const key = own(record, variants.key);
  if (isUnknown(key)) return undefined;
  if (key === null || key === undefined) return new Map([[variants.key, 'required field missing']]);
  if (variantOf(schema, record)) return undefined;
  if (typeof key === 'number' || typeof key === 'boolean') throw new LoaderCrash();
  const shown: unknown = Array.isArray(key) ? key[0] : isTable(key) ? undefined : key;
  return new Map([[variants.key, variants.unknown(shown === undefined ? 'nil' : String(shown))]]);
}

function checkType(field: Field, value: unknown): Fault | undefined {
  switch (field.type) {
    case 'string':
      return typeof value === 'string' ? undefined : 'expected a string';
    case 'number':
      return typeof value === 'number' ? undefined : 'expected a number';
    case 'integer':
      return Number.isInteger(value) ? undefined : 'expected an integer';
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'expected a boolean';
    case 'array':
      return isSequence(value) ? checkElements(field, value) : 'expected an array';
    case 'set':
      return isSequence(value) ? checkElements(field, value) : 'expected a set';
    case 'map':
      return isTable(value) ? checkMap(field, value) : 'expected a map';
    case 'record':
      return isTable(value) ? field.record && checkRecord(field.record, value as Table) : 'expected a record';
    case 'foreign':
      return checkForeign(field, value);
    case 'any':
      return undefined;
  }
}

function checkElements(field: Field, list: readonly unknown[]): Faults | undefined {
  const { elements } = field;
  if (!elements || !Array.isArray(list)) return undefined;
  const demanded = required(elements);
  let faults: Faults | undefined;
  for (const [i, element] of list.entries()) {
    const fault = checkField(demanded, element);
    if (fault === undefined) continue;
    faults ??= new Map();
    faults.set(i, fault);
  }
  return faults;
}

/** Only the first fault of a map is told, and it stands for the whole map. */
function checkMap(field: Field, table: object): Fault | undefined {
  for (const [key, value] of Object.entries(table)) {
    const fault =
      (field.keys && checkField(required(field.keys), mapKey(key, table))) ??
      (field.values && checkField(required(field.values), value));
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function mapKey(key: string, table: object): unknown {
  return Array.isArray(table) || key.startsWith(NOT_TEXT) ? Number.NaN : key;
}

/** Only the id of the entity referred to counts; where it is bad, all that is wrong there is told. */
function checkForeign({ target }: Field, value: unknown): Fault | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') throw new LoaderCrash();
  const table = isTable(value) ? asTable(value) : {};
  const fault = idFault(own(table, 'id'));
  if (fault === undefined) return undefined;
  return (target && checkRecord(target, table, false)) ?? new Map([['id', fault]]);
}

function idFault(id: unknown): Fault | undefined {
  if (id === undefined || id === false) return 'missing primary key';
  return id === null ? 'required field missing' : checkField({ type: 'string', uuid: true }, id);
}

/** A key that is a whole number is a position. */
function keyOf(name: string): string | number {
  if (!name.startsWith(NOT_TEXT)) return name;
  const shown = name.slice(NOT_TEXT.length);
  return /^[1-9]\d*$/.test(shown) ? Number(shown) - 1 : shown;
}

export function isVaultReference(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('{vault://') && value.endsWith('}');
}
