import { readForm, readQuery } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { firstHeader } from '../headers.ts';
import { setArguments } from '../query-text.ts';
import type { Iterate, TransformerConfig } from './config.ts';
import { LuaFault } from './expression.ts';

type Values = readonly (string | true)[];
type Arguments = Map<string, Values>;

const KINDS = ['remove', 'rename', 'replace', 'add', 'append'] as const;

/** The arguments are read, changed and written anew in the order of their names; nothing happens without a change. */
export function transformQuery(
  exchange: Exchange,
  config: TransformerConfig,
  each: Iterate,
  read: () => ReadonlyMap<string, Values>,
): void {
  if (KINDS.every((kind) => config[kind].querystring.length === 0)) return;
  const args: Arguments = new Map(read());
  const set = (name: string, values: Values | undefined): void => {
    if (values === undefined) args.delete(name);
    else args.set(name, values);
  };
  each(config.remove.querystring, ({ name }) => set(name, undefined));
  each(config.rename.querystring, ({ name, value = '' }) => {
    const values = args.get(name);
    if (!exchange.release.switches.renamesOnlyOthers) {
      // Whatever is there under the new name goes, also where there is nothing to rename.
      set(value, values);
      set(name, undefined);
    } else if (name !== value && values !== undefined) {
      set(name, undefined);
      set(value, values);
    }
  });
  each(config.replace.querystring, ({ name, value = '' }) => {
    if (args.has(name)) set(name, [value]);
  });
  each(config.add.querystring, ({ name, value = '' }) => {
    if (!args.has(name)) set(name, [value]);
  });
  each(config.append.querystring, ({ name, value = '' }) => set(name, appended(args.get(name), value)));
  setArguments(exchange, args);
}

/** An argument without a value is none that could be kept. */
const appended = (values: Values | undefined, value: string): Values =>
  values === undefined || (values.length === 1 && values[0] === true) ? [value] : [...values, value];

const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'TRACE']);

/** `http_method`: with a method that has no body, the fields of a form become arguments. */
export function formToQuery(exchange: Exchange, { http_method: method }: TransformerConfig): void {
  if (method === null || !BODILESS.has(method) || contentKind(exchange) !== 'form') return;
  const fields = readForm(exchange.body ?? '', exchange.received.settings).values;
  if (fields.size === 0) return;
  const args: Arguments = new Map(readQuery(exchange.request).values);
  for (const [name, values] of fields) {
    const held = args.get(name);
    if (held !== undefined && values.length > 1) throw new LuaFault('attempt to use table as query arg value');
    args.set(name, [...(held ?? []), ...values]);
  }
  setArguments(exchange, args);
}

export function contentKind(exchange: Exchange): 'json' | 'multipart' | 'form' | undefined {
  const type = (firstHeader(exchange, 'content-type') ?? '').toLowerCase();
  if (type.includes('application/json')) return 'json';
  if (type.includes('multipart/form-data')) return 'multipart';
  return type.includes('application/x-www-form-urlencoded') ? 'form' : undefined;
}
