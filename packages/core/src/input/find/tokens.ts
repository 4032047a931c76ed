import { MAX_TOKENS } from '../../limits/index.ts';
import { percentDecode } from '../http/index.ts';
import type { FoundToken, Stripping } from '../model.ts';
import { type Candidate, judge } from './candidate.ts';
import { contextOf } from './context.ts';
import { findStart } from './header.ts';
import { afterWrap, runAt, runsOf } from './runs.ts';

/** A token with all that belongs to it: `from`–`to` is what it takes up in the text. */
export interface Located {
  readonly token: FoundToken;
  readonly from: number;
  readonly to: number;
}

/** A token that is wrapped over more lines is not put together. */
const MAX_LINES = 400;

/** Without this no header can begin: most texts are settled by it. */
const MENTIONS_ONE = /e[yw]/;

/** Every JOSE token in a text, found by walking its delimiters: linear in the text's length. */
export function findTokens(text: string): readonly Located[] {
  if (!MENTIONS_ONE.test(text)) return [];
  const found: Located[] = [];
  let earliest = 0;
  for (const run of runsOf(text)) {
    for (let at = Math.max(run.from, earliest); at < run.to; at = earliest) {
      const start = findStart(text.slice(at, run.to));
      if (start < 0) break;
      const located = locate(text, at + start, run.to, earliest);
      if (located === undefined) break;
      found.push(located);
      if (found.length === MAX_TOKENS) return found;
      earliest = located.to;
    }
  }
  return found;
}

interface Taken {
  readonly candidate: Candidate;
  /** Exclusive end in the paste. */
  readonly to: number;
  readonly stripped: readonly Stripping[];
}

function locate(text: string, from: number, runTo: number, earliest: number): Located | undefined {
  const taken = take(text, from, runTo);
  if (taken === undefined) return undefined;
  const { candidate, to } = taken;
  const { source, name, stripped, from: begin } = contextOf(text, from, earliest);
  const token: FoundToken = {
    text: candidate.text,
    place: { from, to },
    source,
    stripped: [...stripped, ...taken.stripped],
    ...(name === undefined ? {} : { name }),
    ...(candidate.cutOff === undefined ? {} : { cutOff: candidate.cutOff }),
  };
  return { token, from: begin, to: to + candidate.ellipsis };
}

/** The token that begins at `from`, with the lines that were wrapped off it. */
function take(text: string, from: number, runTo: number): Taken | undefined {
  const raw = text.slice(from, runTo);
  const plain = judge(raw, text[runTo] ?? '');
  if (plain === undefined) return undefined;
  if (plain.text.includes('%')) {
    const candidate = judge(percentDecode(raw, false), text[runTo] ?? '');
    if (candidate !== undefined) return { candidate, to: runTo, stripped: [{ what: 'percent-encoding', count: 1 }] };
  }
  const to = from + plain.text.length;
  const single: Taken = { candidate: plain, to, stripped: [] };
  return plain.isWhole || to + plain.ellipsis < runTo || plain.ellipsis > 0 ? single : (joined(text, single) ?? single);
}

/**
 * Goes on over line ends until nothing is missing any more; undefined where that never happens. A
 * line belongs to the token only if it holds nothing else.
 */
function joined(text: string, start: Taken): Taken | undefined {
  let whole = start.candidate.text;
  let end = start.to;
  let best: Taken | undefined;
  for (let lines = 1; lines <= MAX_LINES; lines++) {
    const from = afterWrap(text, end);
    if (from < 0) break;
    const run = runAt(text, from);
    const more = text.slice(run.from, run.to);
    if (more === '' || !isLineEnd(text, run.to) || findStart(more) === 0) break;
    whole += more;
    end = run.to;
    const candidate = judge(whole, text[end] ?? '');
    if (candidate === undefined) break;
    const left = whole.length - candidate.text.length - candidate.ellipsis;
    if (candidate.isWhole || (candidate.cutOff === undefined && start.candidate.cutOff !== undefined)) {
      best = { candidate, to: end - left, stripped: [{ what: 'line-breaks', count: lines }] };
    }
    if (candidate.isWhole || left > 0) break;
  }
  return best;
}

/** Only quotes, blanks and marks of continuation are left on the line. */
function isLineEnd(text: string, from: number): boolean {
  const rest = text.slice(from, from + 20);
  return /^["']/.test(rest) || /^[ \t`\\^,;|+]{0,10}(?:\r?\n|$)/.test(rest);
}
