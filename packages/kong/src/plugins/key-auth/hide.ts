import { asciiLower } from '../../wire/index.ts';
import { type BodyFields, readBody } from '../body.ts';
import type { Exchange } from '../exchange.ts';
import { type Arguments, clearAndSort, clearArgument, encodeArguments } from '../query-text.ts';

/** `hide_credentials`, which comes before the verdict: the header, the argument, and the body written anew. */
export function hideKey(exchange: Exchange, name: string, inBody: boolean): void {
  if (exchange.release.switches.removesOneArgument) clearArgument(exchange, name);
  else clearAndSort(exchange, name);
  exchange.headers.clear(asciiLower(name));
  if (inBody) hideInBody(exchange, name);
}

function hideInBody(exchange: Exchange, name: string): void {
  const body = readBody(exchange);
  if (body.kind === 'none') return;
  const text = body.kind === 'form' ? formWithout(exchange, name) : otherWithout(exchange, body, name);
  exchange.body = text;
  exchange.headers.set('content-length', String(text.length));
}

function formWithout(exchange: Exchange, name: string): string {
  const fields: Arguments = new Map(
    [...readBody(exchange).fields].flatMap(([key, values]) =>
      key === name ? [] : [[key, values === 'other' ? ([true] as const) : values] as const],
    ),
  );
  return encodeArguments(fields);
}

/** Written anew by another encoder; its length is that of the same text without the field and without blanks. */
function otherWithout(exchange: Exchange, { kind, fields }: BodyFields, name: string): string {
  const body = exchange.body ?? '';
  if (kind !== 'json' || !fields.has(name)) return body;
  try {
    const { [name]: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return body;
  }
}
