import type { Problem } from '@why401/core';
import { LIMITS } from '../limits.ts';
import { isTable, type Table } from '../schema/index.ts';
import { type Reading, readJson, readYaml, Source } from '../text/index.ts';
import { type Form, foreignForm, recognizeForm } from './recognize.ts';
import { smellProblems } from './smells.ts';
import { maskTemplates } from './templates.ts';

/** One file of a configuration, decoded to text. */
export interface ConfigFile {
  readonly name: string;
  readonly text: string;
}

/** A file that could be parsed. */
export interface ParsedFile {
  readonly source: Source;
  readonly root: Table;
  readonly form: Form;
  readonly smells: readonly Problem[];
  /** Templates: `env:DECK_ISSUER`, and where. */
  readonly templates: readonly { readonly at: number; readonly name: string }[];
}

export type FileRead =
  | { readonly ok: true; readonly file: ParsedFile }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Parses a file: JSON, else YAML, as Kong does. With `as`, the file is taken to be of that form; decK's templates
 * are only looked for where decK may have been meant.
 */
export function readFile(file: ConfigFile, as: Form | undefined): FileRead {
  const masked = as === 'db-less' ? undefined : maskTemplates(file.text);
  const text = masked?.text ?? file.text;
  const reading = readText(file.name, text);
  const templates = masked?.found ?? [];
  if (!reading.ok) {
    const { code, message, at } = reading.fault;
    const place = new Source(file.name, file.text, NO_NODES).placeAt(at);
    return { ok: false, problem: { code, message, place, ...hintFor(code) } };
  }
  const source = new Source(file.name, file.text, reading.nodes);
  const foreign = foreignForm(reading.value);
  if (foreign) return { ok: false, problem: { ...foreign, place: { file: file.name } } };
  if (!isTable(reading.value) || Array.isArray(reading.value))
    return { ok: false, problem: noObject(file.name, reading.value) };
  const root = (masked && templates.length > 0 ? revealed(reading.value, masked.reveal) : reading.value) as Table;
  const form = as ?? recognizeForm(root, templates.length > 0);
  const smells = smellProblems(source, reading.smells);
  return { ok: true, file: { source, root, form, smells, templates } };
}

const NO_NODES = { starts: new Uint32Array(), info: new Uint32Array(), names: [] };

function readText(name: string, text: string): Reading {
  const json = /\.json$/i.test(name);
  if (!json && !/^\ufeff?\s*[[{]/.test(text)) return readYaml(text, LIMITS);
  const reading = readJson(text, LIMITS);
  if (reading.ok || json || reading.fault.code !== 'json-syntax') return reading;
  return readYaml(text, LIMITS);
}

function noObject(file: string, value: unknown): Problem {
  return {
    code: 'config-no-object',
    message: value === undefined || value === null ? 'the file is empty' : 'the file holds no map at its top',
    place: { file },
    hint: 'a declarative configuration begins with _format_version and lists of entities',
  };
}

function revealed(value: unknown, reveal: (text: string) => string): unknown {
  if (typeof value === 'string') return reveal(value);
  if (Array.isArray(value)) return value.map((item) => revealed(item, reveal));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [reveal(key), revealed(item, reveal)]));
}

const HINTS: Readonly<Record<string, string>> = {
  'yaml-syntax':
    'repair the file at this place; indentation is made of spaces, and texts with special characters need quotes',
  'json-syntax': 'repair the file at this place',
  'yaml-too-deep': 'a gateway configuration needs about ten levels; look for brackets that are never closed',
  'json-too-deep': 'a gateway configuration needs about ten levels; look for brackets that are never closed',
  'yaml-alias-bomb': 'write the values out instead of repeating them through aliases of aliases',
  'yaml-alias-circle': 'write the value out',
};

function hintFor(code: string): { hint?: string } {
  const hint = HINTS[code];
  return hint === undefined ? {} : { hint };
}
