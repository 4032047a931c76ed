import { readQuery } from '../wire/index.ts';
import { type Exchange, setQuery } from './exchange.ts';

export type Arguments = ReadonlyMap<string, readonly (string | true)[]>;

/** `kong.service.request.set_query`: arguments in the order of their names, each spelled anew. */
export function setArguments(exchange: Exchange, args: Arguments): void {
  setQuery(exchange, encodeArguments(args));
}

/** `ngx.encode_args` of one name after the other; the texts are sorted. */
export function encodeArguments(args: Arguments): string {
  const written = [...args].map(([name, values]) =>
    values.map((value) => (value === true ? escape(name) : `${escape(name)}=${escape(value)}`)).join('&'),
  );
  return written.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('&');
}

/** `kong.service.request.clear_query_arg` from 3.9 on: the others keep their order, and are spelled as forms are. */
export function clearArgument(exchange: Exchange, name: string): void {
  const query = exchange.request.uri.split('?').slice(1).join('?').split('#')[0] ?? '';
  if (query === '') return;
  const kept = query.split('&').flatMap((piece): string[] => {
    if (piece === '') return [];
    const equals = piece.indexOf('=');
    const [key, value] = equals < 0 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)];
    return decode(key) === name ? [] : [`${formEscape(decode(key))}=${formEscape(decode(value))}`];
  });
  setQuery(exchange, kept.join('&'));
}

/** Before 3.9: all arguments are read, and written without it. */
export function clearAndSort(exchange: Exchange, name: string): void {
  const args = new Map(readQuery(exchange.request).values);
  args.delete(name);
  setArguments(exchange, args);
}

const decode = (text: string): string =>
  text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const hex = (byte: string): string => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** nginx's `NGX_ESCAPE_URI_COMPONENT` of a byte string. */
const escape = (text: string): string => text.replace(/[^A-Za-z0-9._~-]/g, hex);

/** `application/x-www-form-urlencoded` (WHATWG URL) of a byte string. */
const formEscape = (text: string): string => text.replace(/[^A-Za-z0-9*._ -]/g, hex).replaceAll(' ', '+');

/** `kong.service.request.set_path`: what goes upstream instead of the Route's path; the query stays. */
export function setPath(exchange: Exchange, path: string): void {
  const question = exchange.target.indexOf('?');
  const query = question < 0 ? '' : exchange.target.slice(question);
  exchange.target = path.replace(/[^A-Za-z0-9\-_.~!#$&'()*+,/:;=?@[\]%]/g, hex) + query;
}
