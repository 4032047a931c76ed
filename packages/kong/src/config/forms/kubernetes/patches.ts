import { own, type Table } from '../../schema/table.ts';
import { unknown } from '../../unknown.ts';
import type { Cluster } from './cluster.ts';
import { listOf, type Resource, tableOf, textOf } from './resource.ts';
import { referredText, referredValue } from './secrets.ts';

/** `config` of a KongPlugin with what it takes from Secrets; `undefined` where the controller gives the plugin up. */
export function pluginConfig(cluster: Cluster, resource: Resource): { readonly config: unknown } | undefined {
  const { value, namespace } = resource;
  const from = tableOf(own(value, 'configFrom'));
  const referred = own(from, 'secretKeyRef') ?? own(from, 'secretKeyReference');
  const written = own(value, 'config');
  const patched = patch(cluster, resource, written);
  if (patched === undefined) return undefined;
  if (referred === undefined) return { config: patched };
  if (patched !== undefined && Object.keys(tableOf(patched)).length > 0)
    return refuse(cluster, resource, 'has both config and configFrom', ['configFrom']);
  return { config: referredValue(cluster, namespace, referred) };
}

function refuse(cluster: Cluster, resource: Resource, why: string, path: readonly (string | number)[]): undefined {
  cluster.tell(
    'kubernetes-plugin-refused',
    `${resource.kind} ${resource.name} ${why}: the controller leaves the plugin out`,
    resource,
    path,
    'kubectl describe shows it among the events of the resource',
  );
}

/** `configPatches`: the `add` of RFC 6902, each value written in JSON in a Secret. */
function patch(cluster: Cluster, resource: Resource, config: unknown): unknown {
  let out: unknown = config ?? {};
  for (const [at, one] of listOf(own(resource.value, 'configPatches')).entries()) {
    const { path, valueFrom } = tableOf(one);
    const source = tableOf(valueFrom);
    const reference = own(source, 'secretKeyRef') ?? own(source, 'secretKeyReference');
    const text = referredText(cluster, resource.namespace, reference);
    const added = text.known ? parsed(text.value) : { value: unknown(text.name) };
    const steps = (textOf(path) ?? '').split('/').slice(1).map(unescaped);
    const next = added && addedAt(out, steps, added.value);
    if (next === undefined)
      return refuse(
        cluster,
        resource,
        added === undefined ? 'is patched with what is no JSON' : 'is patched where nothing can be added',
        ['configPatches', at],
      );
    out = next.value;
  }
  return out;
}

const unescaped = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** What is missing on the way is made. */
function addedAt(value: unknown, path: readonly string[], added: unknown): { readonly value: unknown } | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return { value: added };
  if (Array.isArray(value)) return addedToList(value, step, rest, added);
  if (typeof value !== 'object' || value === null) return undefined;
  const table = value as Table;
  const inner = rest.length === 0 ? { value: added } : addedAt(own(table, step) ?? {}, rest, added);
  return inner && { value: { ...table, [step]: inner.value } };
}

function addedToList(
  list: readonly unknown[],
  step: string,
  rest: readonly string[],
  added: unknown,
): { readonly value: unknown } | undefined {
  const at = step === '-' ? list.length : /^\d+$/.test(step) ? Number(step) : Number.NaN;
  if (Number.isNaN(at) || at > list.length) return undefined;
  if (rest.length === 0) return { value: list.toSpliced(at, 0, added) };
  const inner = addedAt(list[at] ?? {}, rest, added);
  return inner && { value: list.toSpliced(at, 1, inner.value) };
}
