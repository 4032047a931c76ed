/** Headers that Kong adds to whatever answer follows (`ngx.header`). Names are lower-case. */
export interface ResponseHeaders {
  set(key: string, value: string): void;
  add(key: string, value: string): void;
  clear(key: string): void;
  get(key: string): string | undefined;
  list(): Pairs;
}

type Pairs = readonly (readonly [key: string, value: string])[];

export function createResponseHeaders(given: Pairs = []): ResponseHeaders {
  let pairs = given;
  return {
    set(key, value) {
      const at = pairs.findIndex(([name]) => name === key);
      if (at < 0) pairs = [...pairs, [key, value]];
      else pairs = pairs.flatMap((pair, i): Pairs => (i === at ? [[key, value]] : pair[0] === key ? [] : [pair]));
    },
    add(key, value) {
      pairs = [...pairs, [key, value]];
    },
    clear(key) {
      pairs = pairs.filter(([name]) => name !== key);
    },
    get: (key) => pairs.find(([name]) => name === key)?.[1],
    list: () => pairs,
  };
}
