import type { Route } from '../../config/index.ts';
import type { Asked } from '../asked.ts';
import { comesFirst, type EntryMatch, type Hits, matchEntry, type Placed } from '../traditional/index.ts';
import { doubtOf, missOf } from './misses.ts';
import type { Behind, Candidate, Miss } from './model.ts';

export type JudgedEntry = Omit<Candidate, 'outcome' | 'behind'> & {
  readonly entry: Placed;
  readonly unknown: boolean;
};

/** The entry of the Route that comes nearest to taking the request. */
export function judgeEntries(entries: readonly Placed[], asked: Asked, hits: Hits): JudgedEntry | undefined {
  return entries
    .map((entry) => judgeEntry(entry, asked, hits))
    .sort((a, b) => a.misses.length - b.misses.length)
    .at(0);
}

/** Bits of the attributes, asked one by one. */
const EACH = [0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01];
const [HEADER, URI] = [0x20, 0x10];

function judgeEntry(entry: Placed, asked: Asked, hits: Hits): JudgedEntry {
  const { route } = entry;
  const misses = EACH.filter((bit) => (entry.rules & bit) !== 0).flatMap((bit) => {
    const alone = {
      ...entry,
      rules: bit,
      headers: bit === HEADER ? entry.headers : [],
      uri: bit === URI ? entry.uri : undefined,
    };
    return missIn(route, matchEntry(alone, asked, hits), asked);
  });
  const certain = misses.filter(({ why }) => why === undefined);
  return certain.length > 0
    ? { route, entry, misses: certain, unknown: false }
    : { route, entry, misses, unknown: misses.length > 0 };
}

function missIn(route: Route, match: EntryMatch, asked: Asked): readonly Miss[] {
  if ('failed' in match) return [missOf(route, match.failed, asked)];
  return 'why' in match ? [doubtOf(route, match, asked)] : [];
}

/** Why one entry comes behind another that matches as well. */
export function behindEntry(own: Placed, winner: Placed): Behind {
  const rows: readonly (readonly [Behind['by'], number, number])[] =
    own.rules === winner.rules
      ? [
          ['plain-hosts', own.subWeight & 2, winner.subWeight & 2],
          ['regex', own.subWeight & 1, winner.subWeight & 1],
          ['headers', own.headers.length, winner.headers.length],
          ['regex-priority', own.route.regexPriority, winner.route.regexPriority],
          ['length', own.length, winner.length],
          ['created-at', -made(own), -made(winner)],
        ]
      : [
          ['fields', own.weight, winner.weight],
          ['attributes', own.rules, winner.rules],
        ];
  const row = rows.find(([, a, b]) => a !== b);
  if (row === undefined) return { by: 'order', own: own.route.id, other: winner.route.id };
  const [by, a, b] = row;
  const before = own.rules === winner.rules ? comesFirst(own, winner) : a > b;
  if (before) return { by: 'search', own: `${a}`, other: `${b}` };
  return { by, own: `${Math.abs(a)}`, other: `${Math.abs(b)}` };
}

const made = ({ route }: Placed): number => route.createdAt ?? Number.POSITIVE_INFINITY;
