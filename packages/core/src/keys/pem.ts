import type { Place } from '../facts/index.ts';
import { readBase64 } from './base64.ts';
import type { KeyProblem } from './model.ts';
import { keyProblem } from './problems.ts';

export interface PemBlock {
  readonly label: string;
  readonly der: Uint8Array;
  readonly place: Place;
  readonly problems: readonly KeyProblem[];
}

export interface PemReading {
  readonly blocks: readonly PemBlock[];
  readonly problems: readonly KeyProblem[];
}

const BEGIN = '-----BEGIN ';
const DASHES = '-----';

/**
 * Every block of a text. What people do to PEM on its way through YAML, JSON and environment
 * variables is undone where nothing is guessed by it, and reported: OpenSSL does not undo it.
 */
export function readPem(text: string, file: string | undefined): PemReading {
  const blocks: PemBlock[] = [];
  const problems: KeyProblem[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0; ) {
    const block = readBlock(text, at, file);
    if ('label' in block) blocks.push(block);
    else problems.push(block.problem);
    at = text.indexOf(BEGIN, block.place.to ?? text.length);
  }
  return { blocks, problems };
}

type Failed = { readonly problem: KeyProblem; readonly place: Place };

function readBlock(text: string, from: number, file: string | undefined): PemBlock | Failed {
  const labelFrom = from + BEGIN.length;
  const labelTo = text.indexOf(DASHES, labelFrom);
  const label = labelTo < 0 ? '' : text.slice(labelFrom, labelTo);
  const next = text.indexOf(BEGIN, labelFrom);
  const end = labelTo < 0 ? -1 : text.indexOf(`${DASHES}END `, labelTo + DASHES.length);
  const cut = labelTo < 0 || /[^A-Z0-9 ]/.test(label) || end < 0 || (next >= 0 && end > next);
  const to = cut ? (next < 0 ? text.length : next) : endOfBlock(text, end + DASHES.length);
  const place = placeOf(text, from, to, file);
  if (cut) return { problem: keyProblem('pem-truncated', `"${printable(label)}"`, place), place };
  return decodeBlock(text, label, text.slice(labelTo + DASHES.length, end), place);
}

function decodeBlock(text: string, label: string, raw: string, place: Place): PemBlock | Failed {
  const problems = spelling(text, raw, place);
  const body = raw.replace(/\\r\\n|\\n|\\r/g, '\n').trim();
  if (/^(Proc-Type|DEK-Info):/m.test(body)) return { problem: keyProblem('key-encrypted', '', place), place };
  const reading = body.includes('-----') || /[-_]/.test(body) ? undefined : readBase64(body);
  if (reading === undefined || reading.bytes.length === 0) {
    return { problem: keyProblem('pem-not-base64', label, place), place };
  }
  return { label, der: reading.bytes, place, problems };
}

function spelling(text: string, raw: string, place: Place): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  if (/\\[nr]/.test(raw)) problems.push(keyProblem('pem-literal-newlines', '', place));
  else if (!/^[ \t]*[\r\n]/.test(raw) || !/[\r\n][ \t]*$/.test(raw)) {
    problems.push(keyProblem('pem-one-line', '', place));
  }
  const before = text.charAt((place.from ?? 0) - 1);
  if (before === ' ' || before === '\t') problems.push(keyProblem('pem-indented', '', place));
  return problems;
}

function endOfBlock(text: string, from: number): number {
  const dashes = text.indexOf(DASHES, from);
  return dashes < 0 ? text.length : dashes + DASHES.length;
}

function placeOf(text: string, from: number, to: number, file: string | undefined): Place {
  const before = text.slice(0, from);
  const lineStart = before.lastIndexOf('\n') + 1;
  return {
    ...(file !== undefined && { file }),
    line: before.split('\n').length,
    column: from - lineStart + 1,
    from,
    to,
  };
}

const printable = (text: string): string => text.slice(0, 40).replace(/[^\x20-\x7e]/g, '?');
