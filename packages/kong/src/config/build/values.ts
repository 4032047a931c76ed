import { toBytes } from '../../wire/index.ts';
import type { Entity } from '../model.ts';
import { type Item, isTable, own, type Table } from '../schema/index.ts';
import { isUnknown, mapKnown, unknown } from '../unknown.ts';

/** A text as the model holds it: a byte string, its unknown parts left marked. */
export function modelText(text: string): string {
  return isUnknown(text) ? mapKnown(text, toBytes) : toBytes(text);
}

/** Every text inside a value as byte strings. */
export function modelValue(value: unknown): unknown {
  if (typeof value === 'string') return modelText(value);
  if (Array.isArray(value)) return value.map(modelValue);
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [modelText(key), modelValue(inner)]));
}

/** Reads the fields of one entity; what has another type than asked for counts as not given. */
export class Fields {
  /** As it is written: Kong does not change the case. */
  readonly id: string;
  readonly place: Entity['place'];
  private readonly values: Table;
  private readonly unknown: string[] = [];

  constructor({ source, node, id, filled }: Item) {
    this.id = id === undefined ? unknown('random:id') : modelText(id);
    this.place = (field) => source.place(node, field);
    this.values = filled;
  }

  /** The entity, and which of its fields are not known. */
  entity<Kind extends Entity>(made: Kind): Kind {
    return this.unknown.length > 0 ? { ...made, unknownFields: this.unknown } : made;
  }

  text(name: string): string | null {
    const value = own(this.values, name);
    return typeof value === 'string' ? modelText(value) : null;
  }

  number(name: string, otherwise: number): number {
    const value = this.known(name);
    return typeof value === 'number' ? value : otherwise;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.known(name);
    return typeof value === 'boolean' ? value : otherwise;
  }

  flagOrNull(name: string): boolean | null {
    const value = this.known(name);
    return typeof value === 'boolean' ? value : null;
  }

  texts(name: string): readonly string[] | null {
    const value = this.list(name);
    return value && value.filter((item) => typeof item === 'string').map(modelText);
  }

  list(name: string): readonly unknown[] | null {
    const value = this.known(name);
    return Array.isArray(value) ? value : null;
  }

  table(name: string): Table | null {
    const value = this.known(name);
    return isTable(value) && !Array.isArray(value) ? (value as Table) : null;
  }

  private known(name: string): unknown {
    const value = own(this.values, name);
    if (isUnknown(value)) this.unknown.push(name);
    return value;
  }
}
