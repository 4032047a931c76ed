import type { Route } from '../../config/index.ts';
import type { Asked } from '../asked.ts';
import type { Doubt } from '../predicates/index.ts';
import { type Category, has } from './categories.ts';
import type { Placed } from './entry.ts';
import type { Hits } from './hits.ts';
import { type EntryMatch, matchEntry, type Rest } from './match-entry.ts';
import type { TraditionalRouter } from './router.ts';

export type TraditionalDecision =
  | {
      readonly kind: 'matched';
      readonly entry: Placed;
      readonly rest: Rest;
      /** The Route is certain, what is cut off its path hangs on the order of equals. */
      readonly random: boolean;
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'doubt'; readonly entry: Placed | undefined; readonly doubt: Doubt }
  /** Which Route hangs on the order of equals. */
  | { readonly kind: 'tied'; readonly routes: readonly Route[] };

/** What a search can end with: the first is what the order at hand gives, the others what another would. */
type Ending = Exclude<TraditionalDecision, { kind: 'tied' }>;

/** The Route that the traditional router picks. */
export function decideTraditional(router: TraditionalRouter, asked: Asked): TraditionalDecision {
  const readings = router.hits.of(asked, router.orderKnown);
  if ('why' in readings) return { kind: 'doubt', entry: undefined, doubt: readings };
  const endings = readings.flatMap((hits) => searchAll(router, asked, hits));
  const [ending] = endings;
  if (ending === undefined) return { kind: 'none' };
  if (endings.length === 1) return ending;
  const doubt = endings.find(({ kind }) => kind === 'doubt');
  if (doubt !== undefined) return doubt;
  const routes = new Set(endings.map(routeOf));
  if (routes.size > 1) return { kind: 'tied', routes: [...routes].filter((route) => route !== undefined) };
  if (ending.kind !== 'matched') return ending;
  const { rest } = ending.rest;
  return { ...ending, random: endings.some((other) => other.kind === 'matched' && other.rest.rest !== rest) };
}

const routeOf = (ending: Ending): Route | undefined => (ending.kind === 'matched' ? ending.entry.route : undefined);

function searchAll({ categories, orderKnown }: TraditionalRouter, asked: Asked, hits: Hits): readonly Ending[] {
  if (hits.bits === 0) return [{ kind: 'none' }];
  const exact = categories.findIndex(({ rules }) => rules === hits.bits);
  for (let i = Math.max(exact, 0); i < categories.length; i++) {
    const category = categories[i];
    if (category === undefined) continue;
    const short = shortList(category, asked, hits) ?? [];
    const found = first(short, asked, hits, orderKnown);
    if (found.length > 0) return found;
    const others = first(longList(category, asked, hits, new Set(short)), asked, hits, orderKnown);
    if (others.length > 0) return others;
  }
  return [{ kind: 'none' }];
}

/** The first entry that matches, and its equals that do too where each of them may be the first. */
function first(entries: readonly Placed[], asked: Asked, hits: Hits, orderKnown: boolean): readonly Ending[] {
  const endings: Ending[] = [];
  let tier: number | undefined;
  for (const entry of entries) {
    if (tier !== undefined && entry.tier !== tier) break;
    const match: EntryMatch = matchEntry(entry, asked, hits);
    if ('failed' in match) continue;
    if ('why' in match) endings.push({ kind: 'doubt', entry, doubt: match });
    else endings.push({ kind: 'matched', entry, rest: match, random: false });
    if (orderKnown) break;
    tier = entry.tier;
  }
  return endings;
}

/** The list for the header hit, else the shortest of the others. */
function shortList(category: Category, asked: Asked, hits: Hits): readonly Placed[] | undefined {
  const { rules, byHost, byHeader, byUri, byMethod, bySni } = category;
  let shortest = has(rules, 'HOST') ? byHost.get(hits.host ?? asked.host) : undefined;
  if (has(rules, 'HEADER')) {
    const list = byHeader.get(hits.header ?? '');
    if (list !== undefined) return list;
  }
  const others = [
    has(rules, 'URI') ? byUri.get(hits.uri ?? '') : undefined,
    has(rules, 'METHOD') ? byMethod.get(asked.method) : undefined,
    has(rules, 'SNI') ? bySni.get(asked.sni ?? '') : undefined,
  ];
  for (const list of others)
    if (list !== undefined && (shortest === undefined || list.length < shortest.length)) shortest = list;
  return shortest;
}

/** Below this many, looking them up costs more than trying them. */
const FEW = 16;

/** Every entry of the category that can match and was not tried, in their order. */
function longList(category: Category, asked: Asked, hits: Hits, tried: ReadonlySet<Placed>): readonly Placed[] {
  const positions = category.all.length > FEW ? positionsOf(category, asked, hits) : undefined;
  const entries = positions === undefined ? category.all : entriesAt(category, positions);
  return entries.filter((entry) => !tried.has(entry));
}

function entriesAt({ all }: Category, positions: Iterable<number>): readonly Placed[] {
  return [...new Set(positions)].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
}

/** By host or by path, whichever leaves fewer. */
function positionsOf(category: Category, asked: Asked, hits: Hits): readonly number[] | undefined {
  const { rules, plain, wild, starts, texts } = category;
  let fewest: number[] | undefined;
  if (has(rules, 'HOST')) {
    fewest = [...(plain.get(hits.host ?? asked.host) ?? []), ...(plain.get(hits.split.bare) ?? []), ...wild];
  }
  if (has(rules, 'URI')) {
    const found = [...(texts.get(hits.uri ?? asked.path) ?? [])];
    starts.find(asked.path, (positions) => found.push(...positions));
    if (fewest === undefined || found.length < fewest.length) fewest = found;
  }
  return fewest;
}
