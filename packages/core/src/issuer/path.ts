import { foldLetters } from './fold.ts';
import { leafDifferences, type Slice, slice } from './leaf.ts';
import type { Piece } from './lists.ts';
import type { Difference, Range } from './model.ts';
import { type RunContext, runDifferences } from './path-runs.ts';
import { ANY_TENANT, isGuid, isPlaceholder, tenantWord } from './providers.ts';
import { sequenceDifferences } from './sequence.ts';
import { similar } from './similar.ts';

const SLASHES = '/／⁄∕\\';

/** `hosts`: both hosts in lower case, for what a segment is called at that provider. */
export function pathDifferences(a: Slice, b: Slice, hosts: readonly string[]): readonly Difference[] {
  const context: RunContext = { hosts, a, b };
  return sequenceDifferences(a, b, {
    delimiters: SLASHES,
    takes: 'in-front',
    cost: segmentCost,
    pair: (x, y) => segmentDifferences(context, x, y),
    run: (run) => runDifferences(run, context),
  });
}

function segmentCost(a: Piece, b: Piece): number {
  if (a.text === b.text) return 0;
  // A final slash and a segment are never the same thing written differently.
  if (a.text === '' || b.text === '') return 3;
  if (foldLetters(a.text) === foldLetters(b.text)) return 0.2;
  if (isTenant(a.text) && isTenant(b.text)) return 0.5;
  if (a.text.startsWith('.') !== b.text.startsWith('.')) return 3;
  return similar(a.text, b.text) ? 0.6 : 1.3;
}

const isTenant = (text: string): boolean => isGuid(text) || isPlaceholder(text) || ANY_TENANT.has(text.toLowerCase());

function segmentDifferences({ hosts, a, b }: RunContext, x: Piece, y: Piece): readonly Difference[] {
  const [one, other] = [slice(a.text, x.range), slice(b.text, y.range)];
  const both = { part: 'path', a: x.range, b: y.range } as const;
  if (foldLetters(x.text) === foldLetters(y.text)) return leafDifferences(one, other, 'path', 'path-segment');
  if (isPlaceholder(x.text) !== isPlaceholder(y.text)) return [{ kind: 'placeholder', ...both }];
  if (ANY_TENANT.has(x.text) !== ANY_TENANT.has(y.text) && (isGuid(x.text) || isGuid(y.text)))
    return [{ kind: 'tenant-any', ...both }];
  const word = segmentWord(hosts, a, x, b, y);
  if (word !== undefined) return [{ kind: 'tenant', detail: word, ...both }];
  return leafDifferences(one, other, 'path', 'path-segment');
}

function segmentWord(hosts: readonly string[], a: Slice, x: Piece, b: Slice, y: Piece): string | undefined {
  const index = segmentIndex(a, x.range);
  const named = index === segmentIndex(b, y.range) ? tenantWord(hosts, 'segment', index) : undefined;
  if (named !== undefined) return named;
  if (before(a, x.range) === 'realms' && before(b, y.range) === 'realms') return 'realm';
  return isGuid(x.text) && isGuid(y.text) ? 'tenant' : undefined;
}

/** 0 for the first segment of the path. */
const segmentIndex = (path: Slice, range: Range): number =>
  path.text.slice(path.range.from, range.from).split('/').length - 2;

const before = (path: Slice, range: Range): string | undefined =>
  path.text.slice(path.range.from, range.from).split('/').at(-2);
