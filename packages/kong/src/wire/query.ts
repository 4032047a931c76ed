import type { SeenRequest } from './read-request.ts';
import { USUAL_SETTINGS } from './settings.ts';

/** A value-less argument is `true`, as in Lua; a repeated name has several values. */
export interface QueryArguments {
  readonly values: ReadonlyMap<string, readonly (string | true)[]>;
  readonly truncated: boolean;
}

/** nginx's `$args`: the text after the first `?`, up to a `#`; `undefined` where a `#` stands before it. */
export function queryOf(uri: string): string | undefined {
  const question = uri.indexOf('?');
  if (question < 0) return undefined;
  const hash = uri.indexOf('#');
  if (hash < 0) return uri.slice(question + 1);
  return hash < question ? undefined : uri.slice(question + 1, hash);
}

const NONE: QueryArguments = { values: new Map(), truncated: false };

/** `ngx.req.get_uri_args()`: split at `&` only; a piece without a name is dropped and does not count. */
export function readQuery({ uri, settings = USUAL_SETTINGS }: Pick<SeenRequest, 'uri' | 'settings'>): QueryArguments {
  return readArguments(queryOf(uri), settings.uriArguments);
}

/** The same of a form body (`ngx.req.get_post_args()`). */
export const readForm = (body: string, settings = USUAL_SETTINGS): QueryArguments =>
  readArguments(body, settings.formArguments);

function readArguments(query: string | undefined, limit: number): QueryArguments {
  if (query === undefined || query === '') return NONE;
  const values = new Map<string, (string | true)[]>();
  const pieces = query.split('&');
  let read = 0;
  for (const piece of pieces) {
    if (read === limit) break;
    const equals = piece.indexOf('=');
    const name = unescape(equals < 0 ? piece : piece.slice(0, equals));
    if (name === '') continue;
    read++;
    const value = equals < 0 ? true : unescape(piece.slice(equals + 1));
    const before = values.get(name);
    if (before === undefined) values.set(name, [value]);
    else before.push(value);
  }
  return { values, truncated: pieces.length > limit };
}

/** `+` is a space, `%hh` a byte; a `%` without two hex digits stays as it is. */
function unescape(text: string): string {
  if (!/[+%]/.test(text)) return text;
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
