/** A record of CSV (RFC 4180) with the offset at which it begins. */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/** Reads CSV with quotes doubled inside quotes; a record may go over several lines. A quote left open ends with the text. */
export function readCsv(text: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const { fields, end, breaks } = readRecord(text, at);
    if (fields.length > 1 || fields[0] !== '') records.push({ fields, from: at, to: end, line });
    line += breaks;
    at = end;
  }
  return records;
}

interface ReadRecord {
  readonly fields: readonly string[];
  /** Offset of the next record. */
  readonly end: number;
  readonly breaks: number;
}

function readRecord(text: string, from: number): ReadRecord {
  const fields: string[] = [];
  let breaks = 0;
  let at = from;
  for (;;) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at);
    fields.push(field.value);
    breaks += field.breaks;
    at = field.end;
    if (text[at] === ',') at++;
    else break;
  }
  if (text[at] === '\r') at++;
  if (text[at] === '\n') at++;
  return { fields, end: Math.max(at, from + 1), breaks: breaks + 1 };
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly breaks: number;
}

function quoted(text: string, from: number): Field {
  let value = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    value += text.slice(at, quote < 0 ? text.length : quote);
    if (quote < 0) return { value, end: text.length, breaks: breaksIn(value) };
    if (text[quote + 1] !== '"') return { value, end: endOfField(text, quote + 1), breaks: breaksIn(value) };
    value += '"';
    at = quote + 2;
  }
}

/** What stands between the closing quote and the comma belongs to nobody. */
function endOfField(text: string, from: number): number {
  let at = from;
  while (at < text.length && !',\r\n'.includes(text[at] as string)) at++;
  return at;
}

function plain(text: string, from: number): Field {
  const end = endOfField(text, from);
  return { value: text.slice(from, end), end, breaks: 0 };
}

const breaksIn = (value: string): number => value.split('\n').length - 1;
