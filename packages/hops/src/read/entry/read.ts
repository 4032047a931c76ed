import type { Json } from '@why401/core/json';
import type { LogEntry } from '../../record/index.ts';
import { type Source, splitLines } from '../text/index.ts';
import { unwrapLine } from '../wrapper/index.ts';
import { readCsv } from './csv.ts';
import { type EntryOptions, readEntry } from './entry.ts';
import { fragmentOf } from './fragment.ts';
import { type Unwrapped, unwrapEntries, unwrapText } from './unwrap.ts';

export interface Entries {
  readonly entries: readonly LogEntry[];
  /** Lines and records that hold no entry. */
  readonly strange: readonly Source[];
}

/** Kong's entries in a value that was parsed already. */
export const entriesOf = (value: Json, options: EntryOptions = {}): readonly LogEntry[] =>
  unwrapEntries(value).map((one) => toEntry(one, { text: '', place: {} }, options));

/** Kong's entries in one line, with what containers, syslog or Splunk put around it. */
export function readEntryLine(source: Source, options: EntryOptions = {}): readonly LogEntry[] {
  const { text } = unwrapLine(source.text);
  const found = unwrapText(text);
  const more = found.length === 0 && text.includes('""') ? unwrapText(undoubled(text)) : found;
  const all = more.length > 0 ? more : fragmentOf(text);
  return all.map((one) => toEntry(one, source, options));
}

/** A row of a CSV export by itself: the event is what stands in braces. */
function undoubled(row: string): string {
  const text = row.slice(Math.max(row.indexOf('{""'), 0)).replaceAll('""', '"');
  const end = text.lastIndexOf('}"');
  return end < 0 ? text : text.slice(0, end + 1);
}

/** Kong's entries in a file: one JSON text, one on each line, or a CSV export with `_raw` or flattened columns. */
export function readEntries(text: string, file?: string, options: EntryOptions = {}): Entries {
  const whole = /^\s*[[{]/.test(text) ? unwrapText(text) : [];
  const place = file === undefined ? {} : { file };
  const [first] = whole;
  if (first !== undefined && !(whole.length === 1 && first.truncated))
    return { entries: whole.map((one) => toEntry(one, { text, place: { ...place, line: 1 } }, options)), strange: [] };
  return isCsv(text) ? readCsvEntries(text, file, options) : readLines(splitLines(text, file), options);
}

function readLines(sources: readonly Source[], options: EntryOptions): Entries {
  const entries: LogEntry[] = [];
  const strange: Source[] = [];
  for (const source of sources) {
    const found = readEntryLine(source, options);
    if (found.length === 0) strange.push(source);
    entries.push(...found);
  }
  return { entries, strange };
}

/** The first line names columns, one of which holds the event or a part of it. */
export function isCsv(text: string): boolean {
  const end = text.search(/[\r\n]/);
  const head = text.slice(0, end < 0 ? undefined : end);
  return head.includes(',') && /(?:^|,)"?(?:_raw|response\.status|latencies\.request)"?(?:,|$)/.test(head);
}

function readCsvEntries(text: string, file: string | undefined, options: EntryOptions): Entries {
  const [head, ...records] = readCsv(text);
  const entries: LogEntry[] = [];
  const strange: Source[] = [];
  for (const { fields, from, to, line } of records) {
    const row = Object.fromEntries(fields.map((value, index) => [head?.fields[index] ?? `${index}`, value]));
    const place = { ...(file === undefined ? {} : { file }), line, from, to };
    const source = { text: text.slice(from, to), place };
    const found = unwrapEntries(row);
    const all = found.length > 0 ? found : fragmentOf(row._raw ?? '');
    if (all.length === 0) strange.push(source);
    entries.push(...all.map((one) => toEntry(one, source, options)));
  }
  return { entries, strange };
}

const toEntry = ({ value, truncated }: Unwrapped, { place }: Source, options: EntryOptions): LogEntry =>
  readEntry(value, place, { ...options, truncated });
