import type { Cursor } from './cursor.ts';
import { YamlFault } from './token.ts';

/** A token that may turn out to be the key of a mapping once a `:` follows on the same line. */
export interface SimpleKey {
  /** Number of the token in the stream, from 0. */
  readonly number: number;
  readonly at: number;
  readonly lineStart: number;
  /** It stands where only a key may stand. */
  readonly required: boolean;
}

/** A key further away from its `:` is none (YAML 1.1 §7.2.1 as libyaml reads it). */
const MAX_LENGTH = 1024;

/** At most one possible key for each flow level. */
export class SimpleKeys {
  private readonly levels: (SimpleKey | undefined)[] = [undefined];

  get current(): SimpleKey | undefined {
    return this.levels[this.levels.length - 1];
  }

  open(): void {
    this.levels.push(undefined);
  }

  close(): void {
    this.levels.pop();
  }

  save(key: SimpleKey): void {
    this.forget();
    this.levels[this.levels.length - 1] = key;
  }

  /** No `:` can follow any more. */
  forget(): void {
    const key = this.current;
    if (key?.required) throw noColon(key);
    this.take();
  }

  /** Its `:` has been found. */
  take(): void {
    this.levels[this.levels.length - 1] = undefined;
  }

  dropStale(cursor: Cursor): void {
    for (let level = 0; level < this.levels.length; level++) {
      const key = this.levels[level];
      if (!key || (key.lineStart === cursor.lineStart && key.at + MAX_LENGTH >= cursor.at)) continue;
      if (key.required) throw noColon(key);
      this.levels[level] = undefined;
    }
  }

  has(number: number): boolean {
    for (const key of this.levels) if (key?.number === number) return true;
    return false;
  }
}

function noColon(key: SimpleKey): YamlFault {
  return new YamlFault('yaml-syntax', "a ':' is missing behind this key", key.at);
}
