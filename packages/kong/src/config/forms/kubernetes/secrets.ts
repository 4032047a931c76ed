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

/** Text that a `secretKeyRef` points at, or what to call it where the Secret is not there. */
export function referredText(
  cluster: Cluster,
  namespace: string,
  reference: unknown,
): { readonly known: true; readonly value: string } | { readonly known: false; readonly name: string } {
  const { name, key, namespace: other } = tableOf(reference);
  const from = textOf(other) ?? namespace;
  const secret = cluster.find('Secret', from, textOf(name) ?? '');
  const value = secret === undefined ? undefined : own(fieldsOfSecret(secret), textOf(key) ?? '');
  return value === undefined ? { known: false, name: `secret:${from}/${textOf(name) ?? ''}` } : { known: true, value };
}

/** The same read as YAML, as the controller does; unknown where the Secret is not there. */
export function referredValue(cluster: Cluster, namespace: string, reference: unknown): unknown {
  const text = referredText(cluster, namespace, reference);
  if (!text.known) return unknown(text.name);
  const reading = readYaml(text.value, LIMITS);
  return reading.ok ? reading.value : unknown('secret:configFrom');
}
