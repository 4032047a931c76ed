import { trimEnd } from '../../wire/index.ts';

/** One PEM block: its label and the DER in it, as a byte string. */
export interface PemBlock {
  readonly label: string;
  readonly der: string;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const TAIL = '-----';
const BOM = '\xef\xbb\xbf';

/** Lines after a header may have 64 digits; only the last may have fewer (`PEM_read_bio_ex`). */
const FULL_LINE = 64;

/**
 * The blocks that OpenSSL finds in a text. A block begins only where `-----BEGIN ` stands at the start of a
 * line; bytes up to a space, and those beyond ASCII, do not count at a line's end. A block whose base64 is
 * broken is passed over; one whose end is broken ends the search.
 */
export function readPem(text: string): readonly PemBlock[] {
  const lines = (text.startsWith(BOM) ? text.slice(BOM.length) : text).split('\n').map(stripEnd);
  const blocks: PemBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const label = labelOf(lines[at] ?? '');
    if (label === undefined) continue;
    const body = readBody(lines, at + 1, label);
    if (body === undefined) break;
    at = body.end;
    const der = body.header.length > 10 ? undefined : decodeBody(body.data);
    if (der !== undefined) blocks.push({ label, der });
  }
  return blocks;
}

const stripEnd = (line: string): string => trimEnd(line, (byte) => byte <= 0x20 || byte >= 0x80);

function labelOf(line: string): string | undefined {
  const isBegin = line.startsWith(BEGIN) && line.endsWith(TAIL) && line.length >= BEGIN.length + TAIL.length;
  return isBegin ? line.slice(BEGIN.length, -TAIL.length) : undefined;
}

interface Body {
  readonly header: string;
  readonly data: string;
  /** Index of the END line. */
  readonly end: number;
}

/** Everything before a blank line is a header; without a blank line and without a colon all of it is data. */
function readBody(lines: readonly string[], from: number, label: string): Body | undefined {
  let before = '';
  let after = '';
  let blank = false;
  let colon = false;
  let last = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') {
      if (blank) return undefined;
      blank = true;
    } else if (line.startsWith(END)) {
      if (line !== `${END}${label}${TAIL}`) return undefined;
      return blank || colon ? { header: before, data: after, end: at } : { header: '', data: before, end: at };
    } else if (last) {
      return undefined;
    } else if (blank) {
      if (line.length > FULL_LINE) return undefined;
      last = line.length < FULL_LINE;
      after += `${line}\n`;
    } else {
      colon ||= line.includes(':');
      before += `${line}\n`;
    }
  }
  return undefined;
}

/** White space between digits does not count; a `-` ends the data. */
function decodeBody(data: string): string | undefined {
  const dash = data.indexOf('-');
  const digits = (dash < 0 ? data : data.slice(0, dash)).replace(/[ \t\r\n]+/g, '');
  if (digits === '' || digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
  return decodeStandard(digits);
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function decodeStandard(digits: string): string {
  let out = '';
  for (let i = 0; i < digits.length; i += 4) {
    let bits = 0;
    for (let j = i; j < i + 4; j++) bits = (bits << 6) | Math.max(0, DIGITS.indexOf(digits.charAt(j)));
    out += String.fromCharCode((bits >> 16) & 0xff, (bits >> 8) & 0xff, bits & 0xff);
  }
  const padding = digits.endsWith('==') ? 2 : digits.endsWith('=') ? 1 : 0;
  return out.slice(0, out.length - padding);
}
