import type { Smell } from '../reading.ts';
import { YamlFault } from './token.ts';

/** Property names of keys that are no texts begin with it; YAML allows no NUL in a file. */
export const NOT_TEXT = '\0';

/** Name of the property that holds the value under a key. Kong keeps the type of keys: `1:` and `"1":` differ. */
export function keyName(key: unknown): string {
  if (typeof key === 'string') return key;
  return NOT_TEXT + (typeof key === 'object' && key !== null ? 'collection' : String(key));
}

/** A map while it is read: the last value of a key given twice stands; `<<` fills in what is not there yet. */
export class Entries {
  readonly map: Record<string, unknown> = {};
  /** Names that only `<<` has given so far. */
  private merged: Set<string> | undefined;

  add(name: string, value: unknown, at: number, smells: Smell[]): void {
    if (name === '<<') {
      smells.push({ code: 'yaml-merge-key', at, name });
      this.merge(value, at);
      return;
    }
    if (Object.hasOwn(this.map, name) && !this.merged?.delete(name))
      smells.push({ code: 'yaml-duplicate-key', at, name });
    this.set(name, value);
  }

  private merge(value: unknown, at: number): void {
    this.merged ??= new Set();
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source !== 'object' || source === null)
        throw new YamlFault('yaml-syntax', "'<<' needs a map, or a list of maps", at);
      for (const [name, item] of Object.entries(source)) {
        if (Object.hasOwn(this.map, name)) continue;
        this.merged.add(name);
        this.set(name, item);
      }
    }
  }

  private set(name: string, value: unknown): void {
    if (name === '__proto__')
      Object.defineProperty(this.map, name, { value, writable: true, enumerable: true, configurable: true });
    else this.map[name] = value;
  }
}
