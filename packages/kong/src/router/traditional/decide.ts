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
    const candidates = candidatesOf(category, asked, hits);
    const inShortList = shortList(category, asked, hits);
    const found = first(candidates.filter(inShortList), asked, hits, orderKnown);
    if (found.length > 0) return found;
    const others = candidates.filter((entry) => !inShortList(entry));
    const later = first(others, asked, hits, orderKnown);
    if (later.length > 0) return later;
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

type Test = (entry: Placed) => boolean;

/** Which entries are in the list that is tried first: that of the header hit, else the shortest of the others. */
function shortList(category: Category, asked: Asked, hits: Hits): Test {
  const { rules, byHost, byHeader, byUri, byMethod, bySni } = category;
  const { header, uri } = hits;
  if (header !== undefined && has(rules, 'HEADER') && byHeader.has(header))
    return ({ headers }) => headers.some(({ name }) => name === header);
  const host = hits.host ?? asked.host;
  const sni = asked.sni ?? '';
  const lists: readonly (readonly [number | undefined, Test])[] = [
    [
      byHost.get(host)?.length,
      ({ plainHosts, wildcardHosts }) => plainHosts.has(host) || wildcardHosts.some(({ value }) => value === host),
    ],
    [byUri.get(uri ?? '')?.length, (entry) => entry.uri?.value === uri],
    [byMethod.get(asked.method)?.length, ({ methods }) => methods.has(asked.method)],
    [bySni.get(sni)?.length, ({ snis }) => snis.has(sni)],
  ];
  let shortest: readonly [number, Test] | undefined;
  for (const [length, test] of lists)
    if (length !== undefined && (shortest === undefined || length < shortest[0])) shortest = [length, test];
  return shortest?.[1] ?? (() => false);
}

/** Below this many, looking them up costs more than trying them. */
const FEW = 16;

/** Every entry of the category that can match, in their order. */
function candidatesOf(category: Category, asked: Asked, hits: Hits): readonly Placed[] {
  const { all } = category;
  const positions = all.length > FEW ? positionsOf(category, asked, hits) : undefined;
  if (positions === undefined) return all;
  return [...new Set(positions)].sort((a, b) => a - b).flatMap((at) => all[at] ?? []);
}

/** By host or by path, whichever leaves fewer. */
function positionsOf(category: Category, asked: Asked, hits: Hits): readonly number[] | undefined {
  const { rules, plain, wild, regexes, texts } = category;
  let fewest: (readonly number[])[] | undefined;
  if (has(rules, 'HOST')) {
    fewest = [plain.get(hits.host ?? asked.host) ?? [], plain.get(hits.split.bare) ?? [], wild];
  }
  if (has(rules, 'URI')) {
    const found = [hits.uri ?? asked.path, ...hits.prefixes].map((text) => texts.get(text) ?? []);
    regexes?.find(asked.path, (positions) => found.push(positions));
    if (fewest === undefined || lengthOf(found) < lengthOf(fewest)) fewest = found;
  }
  return fewest?.flat();
}

const lengthOf = (lists: readonly (readonly number[])[]): number => lists.reduce((sum, { length }) => sum + length, 0);
