import { isObject, type Json, type JsonObject, parseJson } from '@why401/core/json';
import type { Cause, Hop } from '../tables/causes/index.ts';

/** What a case says to be true of itself, for `--check`; never looked at while judging. */
export interface Truth {
  readonly hop: Hop;
  readonly link: string | null;
  readonly cause: Cause;
}

/** One line of a cases file. */
export interface HopCase {
  readonly id: string;
  readonly kong: string | null;
  /** Path relative to the root of configurations. */
  readonly config: string | null;
  readonly settings: Readonly<Record<string, string>> | null;
  readonly addresses: JsonObject;
  readonly request: JsonObject | null;
  readonly seen: JsonObject;
  readonly truth: Truth | null;
}

export interface BadCase {
  readonly id?: string;
  readonly error: string;
}

export type CaseLine = { readonly ok: true; readonly value: HopCase } | { readonly ok: false; readonly bad: BadCase };

/** Members of one line: an entry of Kong may be large. */
const MAX_MEMBERS = 50_000;

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const objectOf = (value: Json | undefined): JsonObject | null => (isObject(value) ? value : null);

/** Reads one line of NDJSON; what is missing or of another type is said, never guessed. */
export function readCase(line: string): CaseLine {
  const value = parseJson(line, { members: MAX_MEMBERS });
  if (!isObject(value)) return { ok: false, bad: { error: 'the line is not a JSON object' } };
  const id = textOf(value['id']);
  if (id === null) return { ok: false, bad: { error: 'id is not a text' } };
  const seen = objectOf(value['seen']);
  if (seen === null) return { ok: false, bad: { id, error: 'seen is not an object' } };
  const settings = objectOf(value['kongSettings']);
  return {
    ok: true,
    value: {
      id,
      kong: textOf(value['kong']),
      config: textOf(value['config']),
      settings: settings && texts(settings),
      addresses: objectOf(value['addresses']) ?? {},
      request: objectOf(value['request']),
      seen,
      truth: truthOf(objectOf(value['truth'])),
    },
  };
}

const texts = (object: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(object).map(([name, value]) => [name, String(value)]));

function truthOf(truth: JsonObject | null): Truth | null {
  const [hop, cause] = [textOf(truth?.['hop']), textOf(truth?.['cause'])];
  if (hop === null || cause === null) return null;
  return { hop: hop as Hop, cause: cause as Cause, link: textOf(truth?.['link']) };
}
