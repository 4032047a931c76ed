import type { Fetched, FetchJson, FetchRequest, Problem } from '@why401/core';
import { isObject, type JsonObject, member, parseJson, typeName } from '@why401/core/json';
import { MOST_BYTES, MOST_PAGES, PAGE, SMALLER_PAGES } from './limits.ts';
import { loops, notListing, readingProblem, tooManyPages, tooMuch } from './problems.ts';
import type { Target } from './target.ts';

/** One answer, under the URL that it came from. */
export interface Page {
  readonly name: string;
  readonly text: string;
}

export interface Door {
  readonly target: Target;
  readonly fetchJson: FetchJson;
  readonly request: FetchRequest;
  /** Octets that came so far. */
  read: number;
}

export type Listed =
  | { readonly ok: true; readonly pages: readonly Page[] }
  | { readonly ok: false; readonly problem: Problem; readonly status: number | undefined };

/**
 * Every page of a listing. `next` is never followed, since it is a URL that an answer names: only its `offset` is
 * taken, and put behind the URL that was asked for (the `next` of nested listings drops `size` besides).
 */
export async function listPages(door: Door, path: string): Promise<Listed> {
  const pages: Page[] = [];
  const seen = new Set<string>();
  let [size, smaller] = [PAGE, SMALLER_PAGES];
  let offset: string | undefined;
  while (pages.length < MOST_PAGES) {
    const url = urlOf(path, size, offset);
    const fetched = await door.fetchJson(url, door.request);
    if (fetched.problem?.code === 'body-too-large' && smaller.length > 0) {
      [size = 1, ...smaller] = smaller;
      continue;
    }
    if (fetched.problem !== undefined) return refused(door, fetched);
    const read = readPage(fetched);
    if (!read.ok) return { ok: false, problem: read.problem, status: undefined };
    door.read += fetched.document?.bytes.length ?? 0;
    if (door.read > MOST_BYTES) return { ok: false, problem: tooMuch(path), status: undefined };
    pages.push({ name: url, text: read.text });
    const { next } = read;
    if (next === undefined) return { ok: true, pages };
    if (seen.has(next)) return { ok: false, problem: loops(url, next), status: undefined };
    seen.add(next);
    offset = next;
  }
  return { ok: false, problem: tooManyPages(path, MOST_PAGES), status: undefined };
}

/** One document that is no listing; undefined text where it is not there (404). */
export async function readDocument(door: Door, url: string): Promise<Listed & { readonly value?: JsonObject }> {
  const fetched = await door.fetchJson(url, door.request);
  if (fetched.problem !== undefined) return refused(door, fetched);
  const text = new TextDecoder().decode(fetched.document?.bytes);
  const value = parseJson(text);
  if (!isObject(value)) return { ok: false, problem: notListing(url, whatIs(text, value)), status: 200 };
  door.read += fetched.document?.bytes.length ?? 0;
  return { ok: true, pages: [{ name: url, text }], value };
}

const refused = (door: Door, fetched: Fetched): Listed => ({
  ok: false,
  problem: readingProblem(fetched, door.target, door.request.credential !== undefined),
  status: fetched.document?.status,
});

function urlOf(path: string, size: number, offset: string | undefined): string {
  const query = new URLSearchParams({ size: String(size), ...(offset !== undefined && { offset }) });
  return `${path}?${query}`;
}

type PageRead =
  | { readonly ok: true; readonly text: string; readonly next: string | undefined }
  | { readonly ok: false; readonly problem: Problem };

function readPage({ url, document }: Fetched): PageRead {
  const text = new TextDecoder().decode(document?.bytes);
  const value = parseJson(text);
  // An empty list of Lua is an object: `"data": {}`.
  const data = isObject(value) ? (member(value, 'data') ?? null) : null;
  const isEmpty = isObject(data) && Object.keys(data).length === 0;
  if (!isObject(value) || !(Array.isArray(data) || isEmpty))
    return { ok: false, problem: notListing(url, whatIs(text, value)) };
  return { ok: true, text, next: offsetOf(value, url) };
}

/** `offset`, else that in the query of `next`. */
function offsetOf(page: JsonObject, url: string): string | undefined {
  const [offset, next] = [member(page, 'offset'), member(page, 'next')];
  if (typeof offset === 'string' && offset !== '') return offset;
  if (typeof next !== 'string' || !URL.canParse(next, url)) return undefined;
  return new URL(next, url).searchParams.get('offset') ?? undefined;
}

function whatIs(text: string, value: ReturnType<typeof parseJson>): string {
  if (value !== undefined) return isObject(value) ? 'JSON without a list "data"' : typeName(value);
  return text.trimStart().startsWith('<') ? 'an HTML page' : 'no JSON';
}
