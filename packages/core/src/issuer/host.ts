import { foldLetters } from './fold.ts';
import { leafDifferences, type Slice, slice } from './leaf.ts';
import type { Piece } from './lists.ts';
import { type Difference, isEmpty, type Range, textOf } from './model.ts';
import { ALIASES, ENTRA_VERSIONS, isLoopback, isPlaceholder, tenantWord } from './providers.ts';
import { decodeLabel } from './punycode.ts';
import { type Run, sequenceDifferences } from './sequence.ts';
import { similar } from './similar.ts';

const DOTS = '.．。｡․';

export function hostDifferences(a: Slice, b: Slice): readonly Difference[] {
  const textA = textOf(a.text, a.range);
  const textB = textOf(b.text, b.range);
  if (textA === textB) return [];
  const whole = (kind: string): readonly Difference[] => [{ kind, part: 'host', a: a.range, b: b.range }];
  const [one, other] = [textA.toLowerCase(), textB.toLowerCase()];
  if (one !== other) {
    if (ENTRA_VERSIONS.some((pair) => pair.includes(one) && pair.includes(other))) return whole('entra-version');
    if (isLoopback(one) && isLoopback(other)) return whole('loopback-name');
    if (isPlaceholder(textA) !== isPlaceholder(textB)) return whole('placeholder');
    if (ALIASES.some((hosts) => isAlias(hosts, one, other))) return whole('provider-alias');
  }
  if (textA === '' || textB === '' || /^[[\d.\]:]+$/.test(one + other)) return leafDifferences(a, b, 'host', 'host');
  const found = sequenceDifferences(a, b, {
    delimiters: DOTS,
    takes: 'behind',
    cost: labelCost,
    pair: (x, y) => labelDifferences(a, b, x, y),
    run: hostRun,
  });
  return joinWholeLabels(found, a, b);
}

function isAlias(hosts: readonly string[], one: string, other: string): boolean {
  const entry = (host: string): string | undefined => hosts.find((name) => host === name || host.endsWith(`.${name}`));
  const [first, second] = [entry(one), entry(other)];
  return first !== undefined && second !== undefined && first !== second;
}

function labelCost(a: Piece, b: Piece): number {
  if (a.text === b.text) return 0;
  if (foldLetters(a.text) === foldLetters(b.text) || sameName(a.text, b.text)) return 0.2;
  return similar(a.text, b.text) ? 0.6 : 1.3;
}

const plainName = (label: string): string => (decodeLabel(label) ?? label).normalize('NFKC').toLowerCase();
const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);

function labelDifferences(a: Slice, b: Slice, x: Piece, y: Piece): readonly Difference[] {
  const both = { part: 'host', a: x.range, b: y.range } as const;
  const encoded = decodeLabel(x.text) !== undefined || decodeLabel(y.text) !== undefined;
  if (encoded && sameName(x.text, y.text) && x.text.toLowerCase() !== y.text.toLowerCase())
    return [{ kind: 'punycode', ...both }];
  const generic = genericLabel(a, b, x, y);
  if (generic.kind === 'host') return leafDifferences(slice(a.text, x.range), slice(b.text, y.range), 'host', 'host');
  return foldLetters(x.text) === foldLetters(y.text)
    ? leafDifferences(slice(a.text, x.range), slice(b.text, y.range), 'host', 'host')
    : [{ ...both, ...generic }];
}

function genericLabel(a: Slice, b: Slice, x: Piece, y: Piece): { kind: string; detail?: string } {
  const hosts = [textOf(a.text, a.range).toLowerCase(), textOf(b.text, b.range).toLowerCase()];
  const index = labelIndex(a, x.range);
  const word = index === labelIndex(b, y.range) ? tenantWord(hosts, 'label', index) : undefined;
  if (word === 'region') return { kind: 'region' };
  if (word !== undefined) return { kind: 'tenant', detail: word };
  return x.range.to === a.range.to && y.range.to === b.range.to && index > 0
    ? { kind: 'top-level-domain' }
    : { kind: 'host' };
}

const labelIndex = (whole: Slice, range: Range): number =>
  whole.text.slice(whole.range.from, range.from).split('.').length - 1;

function hostRun(run: Run): readonly Difference[] {
  const text = run.textA + run.textB;
  const both = { part: 'host', a: run.a, b: run.b } as const;
  if (run.textA !== '' && run.textB !== '') return [{ kind: 'host', ...both }];
  if (text.toLowerCase() === 'www.' && run.atStart) return [{ kind: 'www', ...both }];
  if (text === '.' && run.atEnd) return [{ kind: 'root-dot', ...both }];
  return [{ kind: run.atEnd && !run.atStart ? 'host' : 'sub-domain', ...both }];
}

/** Labels that have nothing in common, or more on both sides, are one other host, not a row of marks. */
function joinWholeLabels(found: readonly Difference[], a: Slice, b: Slice): readonly Difference[] {
  const isHost = ({ kind }: Difference): boolean => kind === 'host' || kind === 'top-level-domain';
  const whole = found.filter((one) => isHost(one) && isLabels(a, one.a) && isLabels(b, one.b));
  const runs = found.filter((one) => (isHost(one) || one.kind === 'sub-domain') && isEmpty(one.a) !== isEmpty(one.b));
  const crossed = runs.some((one) => isEmpty(one.a)) && runs.some((one) => isEmpty(one.b));
  const joined = crossed ? found : whole;
  const [first, last] = [joined[0], joined.at(-1)];
  if (!first || !last || first === last) return found;
  const range = (side: 'a' | 'b'): Range => ({ from: first[side].from, to: last[side].to });
  const hull: Difference = { kind: 'host', part: 'host', a: range('a'), b: range('b') };
  return [...found.slice(0, found.indexOf(first)), hull, ...found.slice(found.indexOf(last) + 1)];
}

/** Whole labels, not letters of one. */
function isLabels(whole: Slice, { from, to }: Range): boolean {
  const edge = (at: number): boolean =>
    at === whole.range.from || at === whole.range.to || whole.text[at - 1] === '.' || whole.text[at] === '.';
  return edge(from) && edge(to);
}
