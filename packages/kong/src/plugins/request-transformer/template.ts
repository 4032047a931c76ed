import { lookUpHeader, readQuery } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { type Environment, evaluate, type Value } from './expression.ts';

/** What a template may look at: headers and arguments as they are now, and what the Route's path captured. */
export function environmentOf({ request, captures }: Exchange): Environment {
  return {
    headers: { get: (key) => one(lookUpHeader(request, String(key))) },
    query_params: { get: (key) => argument(readQuery(request.uri).values.get(String(key))) },
    uri_captures: { get: (key) => captures.get(key) },
    shared: { get: () => undefined },
  };
}

/** Several values are a table, which no text can hold. */
const MANY: Value = { get: () => undefined };

const one = (values: readonly string[]): Value => (values.length > 1 ? MANY : values[0]);

const argument = (values: readonly (string | true)[] | undefined): Value =>
  values === undefined ? undefined : values.length > 1 ? MANY : values[0];

/** The text with every `$(…)` replaced by its value, nil by nothing; `undefined` where that is more than is modelled. */
export function render(template: string, environment: Environment): string | undefined {
  let out = '';
  for (let at = 0; at < template.length; ) {
    const begins = template.indexOf('$(', at);
    if (begins < 0) return out + template.slice(at);
    const ends = closing(template, begins + 1);
    if (ends < 0) return out + template.slice(at);
    const { ok, value } = evaluate(template.slice(begins + 2, ends), environment);
    if (!ok || typeof value === 'object') return undefined;
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
