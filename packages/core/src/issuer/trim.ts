import type { Difference } from './model.ts';

/** What is left of two long texts when their common beginning and end are taken away: one difference. */
export function trimmedDifference(a: string, b: string): Difference {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  if (isHighSurrogate(a[head - 1])) head--;
  let end = 0;
  while (end < most - head && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (end > 0 && (isHighSurrogate(a[a.length - end - 1]) || isHighSurrogate(b[b.length - end - 1]))) end--;
  return { kind: 'text', part: 'text', a: { from: head, to: a.length - end }, b: { from: head, to: b.length - end } };
}

const isHighSurrogate = (unit: string | undefined): boolean =>
  unit !== undefined && unit >= '\ud800' && unit < '\udc00';
