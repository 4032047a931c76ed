import type { Ports } from '@why401/core';
import type { ConfigFile } from '../config/index.ts';
import type { RouterFlavor } from '../versions/index.ts';
import { type LintOptions, lint } from './lint.ts';
import { lintDocument } from './words/document.ts';

/** One line of a batch: which file, and for which gateway. What is absent is as the options say. */
interface BatchLine {
  readonly id?: string;
  /** Path relative to the root of configurations. */
  readonly config: string;
  /** The file itself, instead of what stands at `config`. */
  readonly text?: string;
  readonly kong?: string;
  readonly routerFlavor?: RouterFlavor;
}

export interface BatchAnswer {
  readonly output: object;
  /** `bad`: the line, or what it names, cannot be read. */
  readonly outcome: 'accepted' | 'refused' | 'bad';
}

export interface BatchOptions extends LintOptions {
  /** The text of a file, or why it could not be read. */
  readConfig(path: string): ConfigFile | { readonly error: string };
}

const FLAVORS: ReadonlySet<unknown> = new Set<RouterFlavor>(['traditional', 'traditional_compatible', 'expressions']);

/** Judges one line of NDJSON. */
export function lintBatch(text: string, options: BatchOptions, ports: Pick<Ports, 'crypto'>): BatchAnswer {
  const read = readLine(text);
  if ('error' in read) return { output: read, outcome: 'bad' };
  const { id, config, kong, routerFlavor } = read;
  const named = { ...(id !== undefined && { id }), config };
  const file = read.text === undefined ? options.readConfig(config) : { name: config, text: read.text };
  if ('error' in file) return { output: { ...named, error: file.error }, outcome: 'bad' };
  const linting = lint(
    [file],
    { form: options.form, version: kong ?? options.version, flavor: routerFlavor ?? options.flavor },
    ports,
  );
  if (!linting.ok)
    return { output: { ...named, error: linting.problems.map(({ message }) => message).join('; ') }, outcome: 'bad' };
  const { linted } = linting;
  return { output: { ...named, ...lintDocument(linted) }, outcome: linted.accepted ? 'accepted' : 'refused' };
}

function readLine(text: string): BatchLine | { readonly error: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: 'the line is not JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { error: 'the line is no JSON object' };
  const line = value as Readonly<Record<string, unknown>>;
  if (typeof line['config'] !== 'string') return { error: 'config is not a text' };
  for (const name of ['id', 'kong', 'text'])
    if (line[name] !== undefined && typeof line[name] !== 'string') return { error: `${name} is not a text` };
  if (line['routerFlavor'] !== undefined && !FLAVORS.has(line['routerFlavor']))
    return { error: 'routerFlavor is not traditional, traditional_compatible or expressions' };
  return value as BatchLine;
}
