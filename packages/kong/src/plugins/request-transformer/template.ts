import { lookUpHeader, readQuery, type SeenRequest } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { type Environment, evaluate, NotModelled, type Table, type Value } from './expression.ts';

/** What templates may look at; each is read when a template first asks for it, and stays as it was then. */
export interface TemplateEnvironment extends Environment {
  readonly arguments: () => ReadonlyMap<string, readonly (string | true)[]>;
}

export function environmentOf({ request, captures }: Exchange): TemplateEnvironment {
  const headersThen = once((): SeenRequest => ({ ...request, lines: request.lines }));
  const argumentsThen = once(() => readQuery(request).values);
  const tables: Readonly<Record<string, Table>> = {
    headers: { get: (key) => one(lookUpHeader(headersThen(), String(key))) },
    query_params: { get: (key) => argument(argumentsThen().get(String(key))) },
    uri_captures: { get: (key) => captures.get(key) },
    shared: { get: () => undefined },
  };
  return {
    arguments: argumentsThen,
    valueOf(name) {
      if (name === 'headers') headersThen();
      if (name === 'query_params') argumentsThen();
      return Object.hasOwn(tables, name) ? tables[name] : undefined;
    },
  };
}

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Several values are a table, which no text can hold. */
const MANY: Value = { get: () => undefined };

const one = (values: readonly string[]): Value => (values.length > 1 ? MANY : values[0]);

const argument = (values: readonly (string | true)[] | undefined): Value =>
  values === undefined ? undefined : values.length > 1 ? MANY : values[0];

/** The text with every `$(…)` replaced by its value, nil by nothing. Throws `LuaFault` or `NotModelled`. */
export function render(template: string, environment: Environment): string {
  let out = '';
  for (let at = 0; at < template.length; ) {
    const begins = template.indexOf('$(', at);
    if (begins < 0) return out + template.slice(at);
    const ends = closing(template, begins + 1);
    if (ends < 0) return out + template.slice(at);
    const value = evaluate(template.slice(begins + 2, ends), environment);
    if (typeof value === 'object') throw new NotModelled();
    out += template.slice(at, begins) + (value === undefined || value === false ? '' : String(value));
    at = ends + 1;
  }
  return out;
}

/** Lua's `%b()` from an opening parenthesis on. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}
