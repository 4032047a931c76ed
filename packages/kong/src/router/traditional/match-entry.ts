import { asciiLower, lookUpHeader } from '../../wire/index.ts';
import type { Asked } from '../asked.ts';
import { type Doubt, isDoubt } from '../predicates/index.ts';
import { RUNAWAY } from '../regex/index.ts';
import { has } from './categories.ts';
import type { Entry, HeaderRule, Uri } from './entry.ts';
import { fits, type Hits, notModelled, runsAway } from './hits.ts';

/** What matching a path leaves behind. */
export interface Rest {
  /** Text behind the match; undefined where no path took part in it. */
  readonly rest: string | undefined;
  readonly captures: ReadonlyMap<string | number, string> | undefined;
}

const NOTHING: Rest = { rest: undefined, captures: undefined };

/** The attribute that fails, what cannot be told, or what is left of the path. */
export type EntryMatch = { readonly failed: string } | Doubt | Rest;

export const failed = (attribute: string): EntryMatch => ({ failed: attribute });

export function matchEntry(entry: Entry, asked: Asked, hits: Hits): EntryMatch {
  const { rules } = entry;
  if (has(rules, 'HOST') && !hostHolds(entry, asked, hits)) return failed('hosts');
  if (has(rules, 'METHOD') && !entry.methods.has(asked.method)) return failed('methods');
  if (has(rules, 'SNI') && asked.scheme === 'https' && !entry.snis.has(asked.sni ?? '')) return failed('snis');
  // Addresses are not handed to the router of http requests.
  if (has(rules, 'SRC')) return failed('sources');
  if (has(rules, 'DST')) return failed('destinations');
  for (const rule of entry.headers) {
    const truth = headerHolds(rule, asked);
    if (truth === false) return failed(`headers.${rule.name}`);
    if (isDoubt(truth)) return truth;
  }
  return entry.uri === undefined ? NOTHING : matchUri(entry.uri, asked.path, hits.uri);
}

function hostHolds({ plainHosts, wildcardHosts }: Entry, { host }: Asked, { host: wildcard, split }: Hits): boolean {
  if (plainHosts.has(wildcard ?? host) || plainHosts.has(split.bare)) return true;
  return wildcardHosts.some((one) => fits(one, split.full));
}

function headerHolds({ name, values, pattern }: HeaderRule, { request }: Asked): boolean | Doubt {
  for (const sent of lookUpHeader(request, name)) {
    const value = asciiLower(sent);
    if (values.has(value)) return true;
    if (pattern === undefined) continue;
    if (!pattern.ok) return { ...notModelled(name, pattern.what), attribute: `headers.${name}` };
    const found = pattern.pattern.find(value);
    if (found === RUNAWAY) return { ...runsAway(pattern.pattern.source), attribute: `headers.${name}` };
    if (found !== undefined) return true;
  }
  return false;
}

/** A path whose text is the hit counts as matched, a prefix without being compared. */
function matchUri(uri: Uri, path: string, hit: string | undefined): EntryMatch {
  const named = uri.value === (hit ?? path);
  const byRegex = uri.regex === undefined ? undefined : matchRegex(uri, path);
  if (byRegex !== undefined) return byRegex;
  if (named || (uri.regex === undefined && path.startsWith(uri.value)))
    return { rest: path.slice(uri.value.length), captures: undefined };
  return failed('paths');
}

const POSTFIX = 'uri_postfix';

function matchRegex(uri: Uri, path: string): EntryMatch | undefined {
  const strip = uri.regex?.strip;
  if (strip === undefined) return undefined;
  if (!strip.ok) return notModelled(uri.value, strip.what);
  const found = strip.pattern.find(path);
  if (found === RUNAWAY) return runsAway(uri.value);
  if (found === undefined) return undefined;
  return { rest: found.captures.get(POSTFIX), captures: withoutPostfix(found.captures) };
}

/** The pasted group is the last one. */
function withoutPostfix(captures: ReadonlyMap<string | number, string>): ReadonlyMap<string | number, string> {
  const numbers = [...captures.keys()].filter((key) => typeof key === 'number');
  const last = captures.has(POSTFIX) ? Math.max(...numbers) : undefined;
  return new Map([...captures].filter(([key]) => key !== POSTFIX && key !== last));
}
