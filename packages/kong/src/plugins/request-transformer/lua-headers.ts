import { asciiLower, type SeenRequest, valuesOf, visibleLines } from '../../wire/index.ts';

/** Values of a header: one is a text, several are a table. */
export type Values = readonly string[];

/**
 * The table of `ngx.req.get_headers()`: written under the name as it is, read in lower case and with every `_` as `-`
 * where nothing stands under the name itself.
 */
export class LuaHeaders {
  private readonly raw = new Map<string, Values>();

  constructor(request: SeenRequest) {
    for (const { key } of visibleLines(request)) this.raw.set(key, valuesOf(request, key));
  }

  get(name: string): Values | undefined {
    const key = asciiLower(name);
    return this.raw.get(name) ?? this.raw.get(key) ?? this.raw.get(key.replaceAll('_', '-'));
  }

  /** `undefined` is Lua's nil: only the name as it is written goes. */
  set(name: string, values: Values | undefined): void {
    if (values === undefined) this.raw.delete(name);
    else this.raw.set(name, values);
  }

  entries(): readonly (readonly [name: string, values: Values])[] {
    return [...this.raw];
  }
}
