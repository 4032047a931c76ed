import type { Key } from './keys.ts';

/** Values under texts that equal, begin or end what is asked for: one hash look-up for each distinct length. */
export class TextIndex<Value> {
  private readonly exact = new Map<string, Value>();
  private readonly starts = new Map<number, Map<string, Value>>();
  private readonly ends = new Map<number, Map<string, Value>>();
  private readonly make: () => Value;

  constructor(make: () => Value) {
    this.make = make;
  }

  /** What stands under the key, made when it is new. */
  under({ how, text }: Key): Value {
    const map = how === '==' ? this.exact : mapFor(how === '^=' ? this.starts : this.ends, text.length);
    const known = map.get(text);
    if (known !== undefined) return known;
    const made = this.make();
    map.set(text, made);
    return made;
  }

  /** Calls `each` with everything whose key fits. */
  find(text: string, each: (value: Value) => void): void {
    const exact = this.exact.get(text);
    if (exact !== undefined) each(exact);
    for (const [length, map] of this.starts) {
      const value = length <= text.length ? map.get(text.slice(0, length)) : undefined;
      if (value !== undefined) each(value);
    }
    for (const [length, map] of this.ends) {
      const value = length <= text.length ? map.get(text.slice(text.length - length)) : undefined;
      if (value !== undefined) each(value);
    }
  }
}

function mapFor<Value>(maps: Map<number, Map<string, Value>>, length: number): Map<string, Value> {
  const map = maps.get(length) ?? new Map<string, Value>();
  maps.set(length, map);
  return map;
}
