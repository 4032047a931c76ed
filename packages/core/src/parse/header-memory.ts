import type { Problem } from '../facts/index.ts';
import { MAX_HEADERS_REMEMBERED } from '../limits/index.ts';
import { beginsWithKept, keepHead } from './buffers.ts';
import type { JoseHeader } from './model.ts';
import { readJsonPart } from './part.ts';
import { NO_PROBLEMS } from './problems.ts';
import { cleanObject } from './scratch.ts';

/** A header segment, read. Tokens of one issuer share it, so it must not be changed. */
export interface HeaderReading {
  readonly header: JoseHeader | undefined;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
  /** Read the quick way: ASCII, no escapes, nothing to report. */
  readonly clean: boolean;
}

const remembered = new Map<string, HeaderReading>();

/** Of the header whose octets are kept. */
let kept: HeaderReading | undefined;

/** Reads the first `length` characters of `text`; where `loaded`, they stand in the scratch buffer too. */
export function readHeader(text: string, length: number, loaded: boolean): HeaderReading {
  if (loaded && kept !== undefined && beginsWithKept(length)) return kept;
  const segment = text.slice(0, length);
  const reading = remembered.get(segment) ?? remember(segment, loaded);
  if (loaded) {
    keepHead(length);
    kept = reading;
  }
  return reading;
}

function remember(segment: string, loaded: boolean): HeaderReading {
  const reading = read(segment, loaded);
  if (segment.length > MAX_REMEMBERED_LENGTH) return reading;
  if (remembered.size >= MAX_HEADERS_REMEMBERED) remembered.clear();
  remembered.set(segment, reading);
  return reading;
}

/** A header with certificates may be remembered, one that was made to fill the memory may not. */
const MAX_REMEMBERED_LENGTH = 8192;

function read(segment: string, loaded: boolean): HeaderReading {
  const header = loaded ? cleanObject(0, segment.length) : undefined;
  if (header !== undefined) return { header, problems: NO_PROBLEMS, remarks: NO_PROBLEMS, clean: true };
  const { part, object, remarks } = readJsonPart('header', segment, 0);
  return { header: object, problems: part.problems, remarks, clean: false };
}
