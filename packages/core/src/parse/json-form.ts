import type { Problem } from '../facts/index.ts';
import { isObject, type JsonObject, type JsonScan, member, scanJson } from '../json/index.ts';
import type { Part, PartName } from './model.ts';
import { type JsonPart, readJsonPart, readOctetPart } from './part.ts';
import { problem } from './problems.ts';

/** A JSON text that may be a JOSE serialization, with the ranges of its strings. */
export class JsonForm {
  readonly text: string;
  readonly object: JsonObject;
  readonly problems: Problem[] = [];
  readonly remarks: Problem[] = [];
  readonly parts: Part[] = [];
  private readonly ranges: ReadonlyMap<string, number>;

  private constructor(text: string, object: JsonObject, ranges: ReadonlyMap<string, number>, scan: JsonScan) {
    this.text = text;
    this.object = object;
    this.ranges = ranges;
    for (const { path, values } of scan.duplicates) {
      const message = `the serialization has the member “${path.join('.')}” ${values.length} times`;
      this.problems.push(problem('duplicate-member', message, this.whole()));
    }
  }

  /** Undefined where the text is not a JSON object within the limits. */
  static read(text: string): JsonForm | undefined {
    const ranges = new Map<string, number>();
    const scan = scanJson(text, (path, from) => ranges.set(key(path), from));
    if (scan.stop !== undefined) return undefined;
    const value: unknown = JSON.parse(text);
    return isObject(value as JsonObject) ? new JsonForm(text, value as JsonObject, ranges, scan) : undefined;
  }

  whole(): { from: number; to: number } {
    return { from: 0, to: this.text.length };
  }

  has(name: string): boolean {
    return Object.hasOwn(this.object, name);
  }

  /** Reads the string at `path` as a part that holds octets; empty where it is missing. */
  octets(name: PartName, path: readonly string[]): Part {
    const part = readOctetPart(name, this.string(path), this.from(path));
    this.keep(part);
    return part;
  }

  /** The same for a part that holds a JSON object; undefined where it is missing. */
  json(name: 'header' | 'payload', path: readonly string[]): JsonPart | undefined {
    if (this.at(path) === undefined) return undefined;
    const read = readJsonPart(name, this.string(path), this.from(path));
    this.keep(read.part);
    this.remarks.push(...read.remarks);
    return read;
  }

  /** An unprotected header: a plain object in the serialization. */
  unprotected(path: readonly string[]): JsonObject | undefined {
    const value = this.at(path);
    if (value === undefined || isObject(value)) return value;
    const message = `“${path.join('.')}” is not a JSON object`;
    this.problems.push(problem('not-an-object', message, this.whole()));
    return undefined;
  }

  /** Protected and unprotected parameters together; a name in both is an error (RFC 7515 §7.2.1). */
  merge(...headers: readonly (JsonObject | undefined)[]): JsonObject | undefined {
    const present = headers.filter((header) => header !== undefined);
    if (present.length === 0) return undefined;
    const seen = new Set<string>();
    for (const name of present.flatMap((header) => Object.keys(header))) {
      if (!seen.has(name)) seen.add(name);
      else this.problems.push(problem('duplicate-member', `“${name}” is in two headers at once`, this.whole()));
    }
    return present.reduceRight((merged, header) => ({ ...merged, ...header }), {});
  }

  /** Elements of the array at `name`; empty where it is no array. */
  list(name: string): readonly unknown[] {
    const value = member(this.object, name);
    return Array.isArray(value) ? value : [];
  }

  private at(path: readonly string[]): JsonObject[string] {
    let value: JsonObject[string] = this.object;
    for (const name of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
    }
    return value;
  }

  private string(path: readonly string[]): string {
    const value = this.at(path);
    return typeof value === 'string' ? value : '';
  }

  /** Past the opening quote. */
  private from(path: readonly string[]): number {
    const from = this.ranges.get(key(path));
    return from === undefined ? this.text.length : from + 1;
  }

  private keep(part: Part): void {
    this.parts.push(part);
    this.problems.push(...part.problems);
  }
}

const key = (path: readonly string[]): string => path.join('\u0000');
