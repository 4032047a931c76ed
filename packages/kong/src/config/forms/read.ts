import type { Problem } from '@why401/core';
import { LIMITS } from '../limits.ts';
import { isTable, type Table } from '../schema/index.ts';
import { type Reading, readJson, readYaml, readYamlDocuments, Source } from '../text/index.ts';
import { listingFile, nodeInformationFile } from './admin-api.ts';
import { lastStep, templateFile } from './error-templates.ts';
import { readResources } from './kubernetes/index.ts';
import type { Resource } from './kubernetes/resource.ts';
import type { ConfigFile, Form, ParsedFile } from './model.ts';
import { entitiesFile, patchFile } from './parts.ts';
import { pluginConfigFile } from './plugin-config.ts';
import { NO_NODES, noObject, readProblem } from './problems.ts';
import {
  configAnswer,
  isEntitiesBlock,
  isNodeInformation,
  isPatchFile,
  isPluginConfig,
  isResource,
  kindOf,
  listingOf,
  recognizeForm,
} from './recognize.ts';
import { isSettingsText, settingsFile } from './settings.ts';
import { smellProblems } from './smells.ts';
import { type Masked, maskTemplates } from './templates.ts';

export type FileRead =
  | { readonly ok: true; readonly file: ParsedFile }
  /** Resources are put together over all files. */
  | { readonly ok: true; readonly resources: readonly Resource[]; readonly smells: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Parses a file: JSON, else YAML, as Kong does. With `as`, the file is taken to be of that form; decK's templates
 * are only looked for where decK may have been meant. `templates`: names of files that settings name as error templates.
 */
export function readFile(file: ConfigFile, as: Form | undefined, templates: ReadonlySet<string> = new Set()): FileRead {
  if (templates.has(lastStep(file.name))) return { ok: true, file: templateFile(file) };
  if (as === undefined && isSettingsText(file)) return { ok: true, file: settingsFile(file) };
  const masked = as === 'db-less' ? undefined : maskTemplates(file.text, file.env);
  const text = masked?.text ?? file.text;
  const reading = readText(file.name, text);
  if (!reading.ok) return { ok: false, problem: readProblem(file, reading.fault) };
  if (as === undefined && isOfKubernetes(reading)) return documentsOf(file, text, masked);
  if (!isTable(reading.value) || Array.isArray(reading.value))
    return { ok: false, problem: { ...noObject(reading.value), place: { file: file.name } } };
  const source = new Source(file.name, file.text, reading.nodes);
  const root = revealedBy(masked, reading.value) as Table;
  const parsed = { source, root, smells: smellProblems(source, reading.smells), templates: masked?.found ?? [] };
  return as === undefined ? (special(file, parsed) ?? plain(parsed, masked?.some ?? false)) : plain(parsed, false, as);
}

type Parsed = Pick<ParsedFile, 'source' | 'root' | 'smells' | 'templates'>;

const plain = (parsed: Parsed, hasTemplates: boolean, as?: Form): FileRead => {
  const form = as ?? recognizeForm(parsed.root, hasTemplates);
  return { ok: true, file: { ...parsed, form, kind: kindOf(parsed.root, form) } };
};

/** Forms that are no declarative file. */
function special(file: ConfigFile, parsed: Parsed): FileRead | undefined {
  const { root } = parsed;
  const answer = configAnswer(root);
  if (answer !== undefined) {
    const read = readFile({ name: `${file.name}#config`, text: answer }, 'db-less');
    return 'file' in read ? { ok: true, file: { ...read.file, kind: 'answer of GET /config' } } : read;
  }
  const list = listingOf(root);
  if (list !== undefined) return listingFile(parsed, list);
  if (isNodeInformation(root)) return { ok: true, file: nodeInformationFile(parsed) };
  if (isEntitiesBlock(root)) return { ok: true, file: entitiesFile(parsed) };
  if (isPluginConfig(root)) return { ok: true, file: pluginConfigFile(parsed) };
  if (isPatchFile(root)) return { ok: true, file: patchFile(parsed) };
  return undefined;
}

/** An empty document may stand before the first resource. */
const isOfKubernetes = (reading: Reading & { readonly ok: true }): boolean =>
  isResource(reading.value) ||
  ((reading.value ?? null) === null && reading.smells.some(({ code }) => code === 'yaml-several-documents'));

function documentsOf(file: ConfigFile, text: string, masked: Masked | undefined): FileRead {
  const json = /^\ufeff?\s*[[{]/.test(text) ? readJson(text, LIMITS) : undefined;
  const read = json?.ok ? { ok: true as const, documents: [json] } : readYamlDocuments(text, LIMITS);
  if (!read.ok) return { ok: false, problem: readProblem(file, read.fault) };
  const documents = read.documents.map((one) => ({ ...one, value: revealedBy(masked, one.value) }));
  const whole = new Source(file.name, file.text, documents[0]?.nodes ?? NO_NODES);
  const smells = documents.flatMap((one) => smellProblems(whole, one.smells));
  const resources = readResources(whole, documents);
  if (resources.length > 0) return { ok: true, resources, smells };
  return { ok: false, problem: { ...noObject(documents[0]?.value), place: { file: file.name } } };
}

function readText(name: string, text: string): Reading {
  const json = /\.json$/i.test(name);
  if (!json && !/^\ufeff?\s*[[{]/.test(text)) return readYaml(text, LIMITS);
  const reading = readJson(text, LIMITS);
  if (reading.ok || json || reading.fault.code !== 'json-syntax') return reading;
  return readYaml(text, LIMITS);
}

const revealedBy = (masked: Masked | undefined, value: unknown): unknown =>
  masked?.some ? revealed(value, masked.reveal) : value;

function revealed(value: unknown, reveal: (text: string) => unknown): unknown {
  if (typeof value === 'string') return reveal(value);
  if (Array.isArray(value)) return value.map((item) => revealed(item, reveal));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(reveal(key)), revealed(item, reveal)]));
}
