import { readForm } from '../wire/index.ts';
import type { Exchange } from './exchange.ts';
import { firstHeader } from './headers.ts';
import { readLuaJson } from './jwt/lua-json.ts';
import type { LuaValue } from './jwt/lua-value.ts';

/** Fields of a body: the texts of each, or that it is something else (a number, a value-less argument). */
export interface BodyFields {
  readonly kind: 'form' | 'json' | 'multipart' | 'none';
  readonly fields: ReadonlyMap<string, readonly string[] | 'other'>;
}

const NONE: BodyFields = { kind: 'none', fields: new Map() };

/** `kong.request.get_body()`: read as its Content-Type says; of no type that is known, or not readable: no fields. */
export function readBody(exchange: Exchange): BodyFields {
  const type = firstHeader(exchange, 'content-type');
  if (type === undefined) return NONE;
  const body = exchange.body ?? '';
  const lower = (type.split(';')[0] ?? '').toLowerCase();
  if (lower.startsWith('application/x-www-form-urlencoded'))
    return { kind: 'form', fields: formFields(body, exchange) };
  if (lower.startsWith('application/json')) return jsonFields(body, exchange);
  if (lower.startsWith('multipart/form-data')) return { kind: 'multipart', fields: partsOf(body, type) };
  return NONE;
}

function formFields(body: string, { received }: Exchange): BodyFields['fields'] {
  const { values } = readForm(body, received.settings);
  return new Map(
    [...values].map(([name, list]) => [name, list.length === 1 && list[0] === true ? 'other' : list.map(String)]),
  );
}

function jsonFields(body: string, { release }: Exchange): BodyFields {
  const value = readLuaJson(body, release.switches);
  if (!(value instanceof Map)) return NONE;
  const fields = [...(value as ReadonlyMap<string, LuaValue>)].map(([name, one]) => [name, jsonTexts(one)] as const);
  return { kind: 'json', fields: new Map(fields) };
}

/** A table counts as several values. */
function jsonTexts(value: LuaValue): readonly string[] | 'other' {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? ['', ''] : 'other';
}

function partsOf(body: string, type: string): BodyFields['fields'] {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  const fields = new Map<string, string[]>();
  for (const part of boundary === undefined ? [] : body.split(`--${boundary}`).slice(1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /content-disposition:[^\r\n]*\bname="([^"]*)"/i.exec(head)?.[1];
    if (name === undefined) continue;
    const value = rest.join('\r\n\r\n').replace(/\r\n$/, '');
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}
