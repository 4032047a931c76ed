import { asciiLower } from '../../wire/index.ts';
import { type BodyFields, readBody } from '../body.ts';
import type { Exchange } from '../exchange.ts';
import { firstHeader } from '../headers.ts';
import { type Arguments, clearAndSort, clearArgument, encodeArguments } from '../query-text.ts';

/**
 * `hide_credentials`, which comes before the verdict: the header, the argument, and the body written anew. The error of
 * `kong.service.request.set_body` where it does not take the body that was read before.
 */
export function hideKey(exchange: Exchange, name: string, inBody: boolean): string | undefined {
  if (exchange.release.switches.removesOneArgument) clearArgument(exchange, name);
  else clearAndSort(exchange, name);
  exchange.headers.clear(asciiLower(name));
  return inBody ? hideInBody(exchange, name) : undefined;
}

/** Written as they are here only, while every spelling of them and longer names are read. */
const WRITTEN: ReadonlySet<string> = new Set([
  'application/x-www-form-urlencoded',
  'application/json',
  'multipart/form-data',
]);

function hideInBody(exchange: Exchange, name: string): string | undefined {
  const body = readBody(exchange);
  if (body.kind === 'none') return undefined;
  const type = firstHeader(exchange, 'content-type') ?? '';
  if (!WRITTEN.has(type.split(';')[0] ?? '')) return `unsupported content type ${type}`;
  const repeated = [...body.fields].find(([key, values]) => key !== name && values !== 'other' && values.length > 1);
  if (body.kind === 'multipart' && repeated !== undefined) return `invalid value "${repeated[0]}": got table`;
  const text = body.kind === 'form' ? formWithout(exchange, name) : otherWithout(exchange, body, name);
  exchange.body = text;
  exchange.headers.set('content-length', String(text.length));
  return undefined;
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
