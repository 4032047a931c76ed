import type { Json } from '@why401/core/json';
import { mendCut } from './mend.ts';
import type { Unwrapped } from './unwrap.ts';

/** Members that tell something by themselves, where the beginning of an entry is lost. */
const STATUS = /"status"\s*:\s*"?(\d{1,3})\b/;
const UPSTREAM_STATUS = /"upstream_status"\s*:\s*"([^"\\]*)"/;
const SOURCE = /"source"\s*:\s*"(kong|upstream)"/;
const ID = /"id"\s*:\s*"([0-9a-f]{32})"/;
const OBJECTS = ['latencies', 'tries', 'service'] as const;

/**
 * What can still be read off the middle or the end of an entry: a piece of JSON without its beginning. Nothing where
 * fewer than two members of an entry are there.
 */
export function fragmentOf(text: string): readonly Unwrapped[] {
  const status = STATUS.exec(text)?.[1];
  const upstream = UPSTREAM_STATUS.exec(text)?.[1];
  const source = SOURCE.exec(text)?.[1];
  const id = ID.exec(text)?.[1];
  const objects = OBJECTS.flatMap((name): [string, Json][] => {
    const value = objectOf(text, name);
    return value === undefined ? [] : [[name, value]];
  });
  const known = [status, upstream, source, id].filter((one) => one !== undefined).length + objects.length;
  if (known < 2 || (status === undefined && upstream === undefined)) return [];
  const value = {
    ...Object.fromEntries(objects),
    ...(status === undefined ? {} : { response: { status: Number(status) } }),
    ...(upstream === undefined ? {} : { upstream_status: upstream }),
    ...(source === undefined ? {} : { source }),
    ...(id === undefined ? {} : { request: { id } }),
  };
  return [{ value, truncated: true }];
}

function objectOf(text: string, name: string): Json | undefined {
  const at = text.search(new RegExp(`"${name}"\\s*:\\s*[{[]`));
  if (at < 0) return undefined;
  const from = text.slice(at).search(/[{[]/) + at;
  return mendCut(text.slice(from));
}
