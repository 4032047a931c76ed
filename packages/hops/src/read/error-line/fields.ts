/**
 * The fields that nginx puts behind a message, in this order (`ngx_http_log_error_handler` of nginx 1.25.3,
 * `ngx_http_lua_kong_log_handler.c` of lua-kong-nginx-module for `request_id`). Nothing in them is escaped.
 */
const NAMES = ['client', 'server', 'request', 'subrequest', 'upstream', 'host', 'referrer', 'request_id'] as const;
type Name = (typeof NAMES)[number];

export interface Fields {
  /** Where they begin; the text's length where there are none. */
  readonly at: number;
  readonly values: Readonly<Partial<Record<Name, string>>>;
}

/** A quoted field ends with the quote that another field, or the end, comes behind. */
const QUOTED_END = /"(?=$|, (?:subrequest|upstream|host|referrer|request_id|bytes from\/to client): ?|, context: )/g;
const NEXT = /, (server|request|subrequest|upstream|host|referrer|request_id): ("?)/y;
/** What may come behind the client's address. A message may hold `, client: ` as well. */
const CLIENT = /, client: ([^,\s"]+)(?=\s*$|, (?:server|request|upstream): |, [a-z]*:? ?$)/g;

export function readFields(text: string): Fields {
  CLIENT.lastIndex = 0;
  const client = CLIENT.exec(text);
  if (client === null) return { at: text.length, values: {} };
  const values: Partial<Record<Name, string>> = { client: client[1] as string };
  let at = client.index + client[0].length;
  for (;;) {
    NEXT.lastIndex = at;
    const next = NEXT.exec(text);
    if (next === null) break;
    const from = at + next[0].length;
    const to = next[2] === '"' ? quotedEnd(text, from) : plainEnd(text, from);
    values[next[1] as Name] = text.slice(from, to);
    at = next[2] === '"' ? Math.min(to + 1, text.length) : to;
  }
  return { at: client.index, values };
}

/** A line that was cut has no quote at its end. */
function quotedEnd(text: string, from: number): number {
  QUOTED_END.lastIndex = from;
  return QUOTED_END.exec(text)?.index ?? text.length;
}

function plainEnd(text: string, from: number): number {
  const comma = text.indexOf(', ', from);
  return comma < 0 ? text.length : comma;
}
