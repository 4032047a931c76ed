/** Names of the entities that a declarative file can hold. */
export type EntityName = string;

export type FieldType =
  | 'string'
  | 'number'
  | 'integer'
  | 'boolean'
  | 'array'
  | 'set'
  | 'map'
  | 'record'
  | 'foreign'
  /** Anything; only the tests given with the field are made. */
  | 'any';

/** Returns the text of the fault, or undefined when the value is fine. */
export type Test<Value> = (value: Value) => string | undefined;

/** A pattern and the text of the fault when it does (not) fit. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly fault: string;
}

/**
 * One field of Kong's schema language (`kong/db/schema/init.lua`). Field for field the attributes
 * of the same name there; `undefined` is Lua's nil, `null` an explicit null.
 */
export interface Field {
  readonly type: FieldType;
  readonly required?: boolean;
  readonly default?: unknown;
  /** Kong makes a value up when there is none. */
  readonly auto?: boolean;
  readonly unique?: boolean;
  readonly elements?: Field;
  readonly keys?: Field;
  readonly values?: Field;
  readonly record?: RecordSchema;
  readonly reference?: EntityName;
  /** The entity referred to: what else stands beside a bad id is held against it. */
  readonly target?: RecordSchema;
  /** `null`: the field must stay empty. */
  readonly eq?: string | number | boolean | null;
  readonly ne?: unknown;
  readonly notOneOf?: readonly unknown[];
  readonly oneOf?: readonly unknown[];
  readonly gt?: number;
  readonly timestamp?: boolean;
  readonly uuid?: boolean;
  readonly between?: readonly [number, number];
  readonly lengthEquals?: number;
  readonly lengthMin?: number;
  /** Bytes of a text, elements of a list. */
  readonly lengthMax?: number;
  readonly startsWith?: string;
  readonly matchNone?: readonly Pattern[];
  readonly match?: RegExp;
  readonly matchAll?: readonly Pattern[];
  readonly matchAny?: { readonly patterns: readonly RegExp[]; readonly fault?: string };
  readonly contains?: unknown;
  readonly test?: Test<never> | undefined;
  /** At most one of these sets may be drawn from. */
  readonly exclusiveSets?: readonly (readonly string[])[];
  /** Text of every fault of this field but those of its type and presence. */
  readonly fault?: string;
  /** `{vault://…}` may stand for the value. */
  readonly referenceable?: boolean;
  /** Never shown: Kong marks it encrypted, or it is a secret that the open source does not mark. */
  readonly secret?: boolean;
}

export interface RecordSchema {
  readonly fields: Readonly<Record<string, Field>>;
  readonly checks?: readonly EntityCheck[];
  readonly shorthands?: Readonly<Record<string, Shorthand>>;
  readonly variants?: Variants;
  /** Fields that are not listed are let through: their schema is not known. */
  readonly open?: boolean;
  /** Entities that expire: their `ttl` is not looked at. */
  readonly ttl?: boolean;
}

/** A field that stands for others: `url` of a service. What it gives replaces what is written beside it, or joins it in a table. */
export interface Shorthand {
  /** Kong breaks down on anything else. */
  readonly accepts: (value: unknown) => boolean;
  readonly expand: (value: unknown) => Readonly<Record<string, unknown>>;
  /** What is written in the place that the shorthand stands for wins. */
  readonly deprecated?: boolean;
  /** Dotted path of the place that it stands for: Kong breaks down where that says something else. */
  readonly replacedWith?: string;
}

/** Further schemas chosen by the value of a field: plugins by `name`, routes by `protocols`. */
export interface Variants {
  readonly key: string;
  readonly of: (value: string) => Variant | undefined;
  readonly unknown: (value: string) => string;
}

export interface Variant {
  readonly fields: Readonly<Record<string, Field>>;
  readonly checks?: readonly EntityCheck[];
}

/** Checks over several fields of a record. Field names may be dotted: `config.claims_to_verify`. */
export type EntityCheck =
  | { readonly kind: 'at-least-one-of'; readonly fields: readonly string[] }
  | { readonly kind: 'only-one-of'; readonly fields: readonly string[] }
  | { readonly kind: 'mutually-required'; readonly fields: readonly string[] }
  | { readonly kind: 'mutually-exclusive'; readonly fields: readonly string[] }
  | { readonly kind: 'mutually-exclusive-sets'; readonly sets: readonly (readonly string[])[] }
  | { readonly kind: 'distinct'; readonly fields: readonly string[] }
  | {
      readonly kind: 'conditional';
      readonly if: string;
      readonly matches: Partial<Field>;
      readonly then: string;
      readonly must: Partial<Field>;
      readonly fault?: string;
    }
  | {
      readonly kind: 'conditional-at-least-one-of';
      readonly if: string;
      readonly matches: Partial<Field>;
      readonly then: readonly string[];
      readonly fault: (list: string) => string;
      readonly else?: {
        readonly matches: Partial<Field>;
        readonly then: readonly string[];
        readonly fault: (list: string) => string;
      };
    }
  | {
      readonly kind: 'custom';
      /** It is not run when one of these has a fault. */
      readonly fields: readonly string[];
      readonly runWithMissing?: boolean;
      readonly runWithFaults?: boolean;
      /** Text of the fault for the record. */
      readonly test: (record: Readonly<Record<string, unknown>>) => string | undefined;
    };

const lists = new WeakMap<RecordSchema, readonly (readonly [string, Field])[]>();

/** The fields of a schema in their order, listed once. */
export function fieldsOf(schema: RecordSchema): readonly (readonly [string, Field])[] {
  const known = lists.get(schema);
  if (known) return known;
  const made = Object.entries(schema.fields);
  lists.set(schema, made);
  return made;
}

const demanded = new WeakMap<Field, Field>();

/** The field with the demand that it be there: elements of lists, keys and values of maps. */
export function required(field: Field): Field {
  if (field.required) return field;
  const known = demanded.get(field);
  if (known) return known;
  const made = { ...field, required: true };
  demanded.set(field, made);
  return made;
}

type Rest = Omit<Field, 'type'>;

export const text = (rest: Rest = {}): Field => ({ type: 'string', ...rest });
export const number = (rest: Rest = {}): Field => ({ type: 'number', ...rest });
export const integer = (rest: Rest = {}): Field => ({ type: 'integer', ...rest });
export const boolean = (rest: Rest = {}): Field => ({ type: 'boolean', ...rest });
export const array = (elements: Field, rest: Rest = {}): Field => ({ type: 'array', elements, ...rest });
export const set = (elements: Field, rest: Rest = {}): Field => ({ type: 'set', elements, ...rest });
export const map = (keys: Field, values: Field, rest: Rest = {}): Field => ({ type: 'map', keys, values, ...rest });
/** Records inside entities are required unless they say otherwise, so that they always show their fields. */
export const record = (schema: RecordSchema, rest: Rest = {}): Field => ({
  type: 'record',
  record: schema,
  required: true,
  ...rest,
});
export const foreign = (reference: EntityName, rest: Rest = {}): Field => ({ type: 'foreign', reference, ...rest });
/** A switch that is always set. */
export const flag = (value: boolean): Field => boolean({ required: true, default: value });

/** The fields with further ones let through in every record: a closed source may have more. */
export function opened(fields: Readonly<Record<string, Field>>): Readonly<Record<string, Field>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, openedField(field)]));
}

function openedField(field: Field): Field {
  const { record: schema, elements, values } = field;
  return {
    ...field,
    ...(schema && { record: { ...schema, open: true, fields: opened(schema.fields) } }),
    ...(elements && { elements: openedField(elements) }),
    ...(values && { values: openedField(values) }),
  };
}
