import type { Place } from '@why401/core';
import type { FrameLine } from '@why401/core/report';
import { LIMITS } from '../limits.ts';
import { secretsIn } from './secrets.ts';
import type { Source } from './source.ts';
import { readYaml } from './yaml/index.ts';

/**
 * The lines of a file around a place, `context` of them on either side, the place's own marked with `>`. Values of
 * secret fields are replaced by their length; further lines of one value are left out. `others` are the other
 * documents of the same text.
 */
export function frameOf(
  source: Source,
  place: Place,
  context: number,
  others: readonly Source[] = [],
): readonly FrameLine[] {
  if (place.line === undefined) return [];
  const starts = source.lines();
  const first = Math.max(1, place.line - context);
  const last = Math.min(starts.length, place.line + context);
  const from = starts[first - 1] ?? 0;
  const to = starts[last] ?? source.text.length;
  const secrets = [source, ...others].flatMap((one) => secretsIn(one, from, to)).sort((a, b) => a.from - b.from);
  const out: FrameLine[] = [];
  for (let number = first; number <= last; number++) {
    const start = starts[number - 1] ?? 0;
    const end = starts[number] ?? source.text.length;
    if (start >= source.text.length && number > place.line) continue;
    if (secrets.some((secret) => secret.from < start && secret.to >= end)) continue;
    let text = '';
    let at = start;
    for (const secret of secrets) {
      if (secret.to <= start || secret.from >= end) continue;
      text += source.text.slice(at, Math.max(at, secret.from));
      if (secret.from >= start) text += `<secret, ${lengthOf(source.text.slice(secret.from, secret.to))} characters>`;
      at = Math.min(end, secret.to);
    }
    text = (text + source.text.slice(at, end)).replace(/[\r\n]+$/, '');
    out.push({ number, sign: number === place.line ? '>' : ' ', text });
  }
  return out;
}

/** Characters of the value itself, quotes and indentation apart. */
function lengthOf(written: string): number {
  const reading = readYaml(`${written}\n`, LIMITS);
  const value = reading.ok && typeof reading.value === 'string' ? reading.value : written;
  return [...value].length;
}
