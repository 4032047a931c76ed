import { isUnknown } from '../unknown.ts';
import { checkField, isVaultReference } from './check.ts';
import { addEntityFault, type Faults, LoaderCrash, setAt } from './fault.ts';
import type { EntityCheck, Field, RecordSchema, Variant } from './field.ts';
import { get, isNonEmpty, isTable, own, type Table } from './table.ts';
import { quoted } from './tests.ts';

type Conditional = Extract<EntityCheck, { kind: 'conditional' }>;
type ConditionalAtLeastOneOf = Extract<EntityCheck, { kind: 'conditional-at-least-one-of' }>;
type Scope = { readonly schema: RecordSchema; readonly variant: Variant | undefined };

/** The checks over several fields; what they find is added to `faults`. */
export function runEntityChecks(
  schema: RecordSchema,
  variant: Variant | undefined,
  record: Table,
  complete: boolean,
  faults: Faults,
): void {
  const base = { schema, variant: undefined };
  for (const check of schema.checks ?? []) run(check, base, record, complete, faults);
  for (const check of variant?.checks ?? []) run(check, { schema, variant }, record, complete, faults);
}

function run(check: EntityCheck, scope: Scope, record: Table, complete: boolean, faults: Faults): void {
  const names = fieldsOf(check);
  if (names.some((name) => isUnknown(valueAt(record, name)) || isReference(scope, record, name))) return;
  const present = names.filter((name) => get(record, name) !== undefined);
  if (present.length === 0 && !(runsWithMissing(check) && complete)) return;
  if (!runsWithFaults(check) && names.some((name) => faults.has(name))) return;
  const lacking = requiredOf(check).filter((name) => get(record, name) === undefined);
  if (lacking.length > 0 && !runsWithMissing(check)) {
    for (const name of lacking) setAt(faults, name, 'field required for entity check');
    return;
  }
  const fault = judge(check, scope, record, faults);
  if (fault !== undefined) addEntityFault(faults, fault);
}

/** Kong breaks down where a path leads into a number or a boolean. */
function valueAt(record: Table, path: string): unknown {
  const dot = path.indexOf('.');
  if (dot < 0) return own(record, path);
  const inner = own(record, path.slice(0, dot));
  if (typeof inner === 'number' || typeof inner === 'boolean') throw new LoaderCrash();
  return isTable(inner) ? valueAt(inner as Table, path.slice(dot + 1)) : undefined;
}

/** What a vault holds is not looked at. */
function isReference({ schema, variant }: Scope, record: Table, path: string): boolean {
  const value = get(record, path);
  return isVaultReference(value) && (fieldAt({ schema, variant }, path)?.referenceable ?? false);
}

function judge(check: EntityCheck, scope: Scope, record: Table, faults: Faults): string | undefined {
  switch (check.kind) {
    case 'at-least-one-of':
      return filled(record, check.fields) > 0
        ? undefined
        : `at least one of these fields must be non-empty: ${quoted(check.fields)}`;
    case 'only-one-of':
      return filled(record, check.fields) === 1
        ? undefined
        : `exactly one of these fields must be non-empty: ${quoted(check.fields)}`;
    case 'mutually-required': {
      const count = filled(record, check.fields);
      return count === 0 || count === check.fields.length
        ? undefined
        : `all or none of these fields must be set: ${quoted(check.fields)}`;
    }
    case 'mutually-exclusive':
      return filled(record, check.fields) < 2
        ? undefined
        : `only one or none of these fields must be set: ${quoted(check.fields)}`;
    case 'mutually-exclusive-sets': {
      const filledSets = check.sets.map((set) => set.filter((name) => isNonEmpty(get(record, name))));
      return filledSets.every((set) => set.length > 0)
        ? `these sets are mutually exclusive: ${filledSets.map((set) => `(${quoted(set)})`).join(', ')}`
        : undefined;
    }
    case 'distinct': {
      const values = check.fields.map((name) => get(record, name)).filter(isNonEmpty);
      return new Set(values).size < values.length
        ? `values of these fields must be distinct: ${quoted(check.fields)}`
        : undefined;
    }
    case 'conditional':
      return conditional(check, scope, record, faults);
    case 'conditional-at-least-one-of':
      return conditionalAtLeastOneOf(check, scope, record);
    case 'custom':
      return check.test(record);
  }
}

function conditional(check: Conditional, scope: Scope, record: Table, faults: Faults): string | undefined {
  if (checkField(refined(scope, check.if, check.matches), get(record, check.if)) !== undefined) return undefined;
  const value = get(record, check.then) ?? null;
  const fault =
    check.must.required && value === null
      ? 'required field missing'
      : checkField(refined(scope, check.then, check.must), value);
  if (fault === undefined) return undefined;
  setAt(faults, check.then, fault);
  return check.fault ?? `failed conditional validation given value of field '${check.if}'`;
}

function conditionalAtLeastOneOf(check: ConditionalAtLeastOneOf, scope: Scope, record: Table): string | undefined {
  const value = get(record, check.if);
  if (value === undefined) return undefined;
  for (const branch of [check, check.else]) {
    if (!branch || checkField(refined(scope, check.if, branch.matches), value) !== undefined) continue;
    return filled(record, branch.then) > 0 ? undefined : branch.fault(quoted(branch.then));
  }
  return undefined;
}

/** The field's own schema with further demands on top. */
function refined(scope: Scope, path: string, demands: Partial<Field>): Field {
  return together(fieldAt(scope, path) ?? ANYTHING, demands);
}

function fieldAt({ schema, variant }: Scope, path: string): Field | undefined {
  const steps = path.split('.');
  let field = (variant && own(variant.fields, steps[0] ?? '')) ?? own(schema.fields, steps[0] ?? '');
  for (const step of steps.slice(1)) field = field?.record && own(field.record.fields, step);
  return field;
}

const ANYTHING: Field = { type: 'any' };
const joined = new WeakMap<object, WeakMap<Field, Field>>();

/** Both in one, made once for each pair. */
function together(field: Field, demands: Partial<Field>): Field {
  const known = joined.get(demands) ?? new WeakMap<Field, Field>();
  joined.set(demands, known);
  const made = known.get(field) ?? { ...field, ...demands };
  known.set(field, made);
  return made;
}

function filled(record: Table, names: readonly string[]): number {
  return names.filter((name) => isNonEmpty(get(record, name))).length;
}

const named = new WeakMap<EntityCheck, readonly string[]>();

/** Every field that a check looks at, listed once. */
function fieldsOf(check: EntityCheck): readonly string[] {
  const known = named.get(check);
  if (known) return known;
  const made = listFields(check);
  named.set(check, made);
  return made;
}

function listFields(check: EntityCheck): readonly string[] {
  switch (check.kind) {
    case 'conditional':
      return [check.if, check.then];
    case 'conditional-at-least-one-of':
      return [check.if, ...check.then, ...(check.else?.then ?? [])];
    case 'mutually-exclusive-sets':
      return check.sets.flat();
    default:
      return check.fields;
  }
}

function requiredOf(check: EntityCheck): readonly string[] {
  switch (check.kind) {
    case 'conditional':
      return [check.if];
    case 'conditional-at-least-one-of':
      return [];
    case 'mutually-exclusive-sets':
      return check.sets.flat();
    default:
      return check.fields;
  }
}

function runsWithMissing(check: EntityCheck): boolean {
  switch (check.kind) {
    case 'conditional':
    case 'only-one-of':
    case 'distinct':
      return false;
    case 'custom':
      return check.runWithMissing ?? false;
    default:
      return true;
  }
}

function runsWithFaults(check: EntityCheck): boolean {
  if (check.kind === 'custom') return check.runWithFaults ?? false;
  return !['mutually-required', 'mutually-exclusive', 'mutually-exclusive-sets'].includes(check.kind);
}
