import { isObject, type Json, type JsonStop, member, scanJson } from '../json/index.ts';
import { MAX_METADATA } from '../limits/index.ts';
import type { MetadataForm, MetadataReading } from './model.ts';

const BOM = '\ufeff';

/** Reads a discovery document as it came. Never throws; what is none is named by what it is. */
export function readMetadata(input: string | Uint8Array): MetadataReading {
  if (input.length > MAX_METADATA) return refused('too-large', '');
  const text = typeof input === 'string' ? input : decode(input);
  if (text === undefined) return refused('not-utf8', '');
  const hasByteOrderMark = text.startsWith(BOM);
  const body = hasByteOrderMark ? text.slice(1) : text;
  const start = body.slice(0, 60).trim();
  const other = otherForm(body);
  if (other !== undefined) return { ...refused(other, start), hasByteOrderMark };
  const { stop, duplicates } = scanJson(body);
  if (stop !== undefined) return { ...refused('not-json', start), hasByteOrderMark, stop: placed(stop, body) };
  const value = JSON.parse(body) as Json;
  const object = isObject(value) ? value : undefined;
  return { form: formOf(value), object, stop: undefined, duplicates, hasByteOrderMark, start };
}

const refused = (form: MetadataForm, start: string): MetadataReading => ({
  form,
  object: undefined,
  stop: undefined,
  duplicates: [],
  hasByteOrderMark: false,
  start,
});

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function otherForm(text: string): MetadataForm | undefined {
  const trimmed = text.trimStart();
  if (trimmed === '') return 'empty';
  if (trimmed.startsWith('<')) return 'html';
  return /^eyJ[\w-]*\.[\w-]*\.[\w-]*\s*$/.test(trimmed) ? 'token' : undefined;
}

function formOf(value: Json): MetadataForm {
  if (!isObject(value)) return 'other-json';
  const isSet = Array.isArray(member(value, 'keys')) && member(value, 'issuer') === undefined;
  return isSet ? 'key-set' : 'object';
}

function placed(stop: JsonStop, text: string): NonNullable<MetadataReading['stop']> {
  const before = text.slice(0, stop.at);
  const lastBreak = before.lastIndexOf('\n');
  let line = 1;
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) line++;
  return { ...stop, line, column: stop.at - lastBreak };
}
