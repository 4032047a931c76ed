import { decodeLenient } from '@why401/core/encoding';
import { fromBytes } from '../../../wire/index.ts';
import { LIMITS } from '../../limits.ts';
import { own } from '../../schema/table.ts';
import { readYaml } from '../../text/index.ts';
import { unknown } from '../../unknown.ts';
import type { Cluster } from './cluster.ts';
import { type Resource, tableOf, textOf } from './resource.ts';

/** The fields of a Secret in clear; those of `stringData` win, as the API server has it. */
export function fieldsOfSecret({ value }: Resource): Readonly<Record<string, string>> {
  const encoded = Object.entries(tableOf(own(value, 'data'))).map(([name, text]) => [
    name,
    decoded(textOf(text) ?? ''),
  ]);
  const inClear = Object.entries(tableOf(own(value, 'stringData'))).map(([name, text]) => [name, textOf(text) ?? '']);
  return Object.fromEntries([...encoded, ...inClear]) as Readonly<Record<string, string>>;
}

const decoded = (text: string): string => {
  const url = text.replace(/\s+/g, '').replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  return fromBytes(Array.from(decodeLenient(url), (byte) => String.fromCharCode(byte)).join(''));
};

/** `jwt`, `acl`, …; the field `kongCredType` before version 3 of the controller. */
export const credentialType = (secret: Resource, fields: Readonly<Record<string, string>>): string | undefined =>
  own(secret.labels, 'konghq.com/credential') ?? own(fields, 'kongCredType');

/** What a `secretKeyRef` points at, read as YAML as the controller does; unknown where the Secret is not there. */
export function referredValue(cluster: Cluster, namespace: string, reference: unknown): unknown {
  const { name, key, namespace: other } = tableOf(reference);
  const from = textOf(other) ?? namespace;
  const secret = cluster.find('Secret', from, textOf(name) ?? '');
  const text = secret === undefined ? undefined : own(fieldsOfSecret(secret), textOf(key) ?? '');
  if (text === undefined) return unknown(`secret:${from}/${textOf(name) ?? ''}`);
  const reading = readYaml(text, LIMITS);
  return reading.ok ? reading.value : unknown(`secret:${from}/${textOf(name) ?? ''}`);
}
