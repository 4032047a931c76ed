import { own, type Table } from '../../schema/table.ts';
import type { Cluster } from './cluster.ts';
import { listOf, type Resource, tableOf, textOf } from './resource.ts';

/** One of `spec.rules`, with what it shares with others. */
export interface Rule {
  readonly value: Table;
  readonly at: number;
  readonly backends: string;
  readonly filters: string;
}

export interface Match {
  readonly rule: number;
  readonly at: number;
  readonly path: { readonly type: string; readonly value: string };
  readonly method: string | undefined;
  readonly headers: readonly Table[];
  readonly value: Table;
  /** Equal where method, headers and query are: such matches become one Route. */
  readonly key: string;
}

/** The API server fills in one rule for everything where there is none. */
export function rulesOf({ value }: Resource): readonly Rule[] {
  const rules = listOf(own(tableOf(own(value, 'spec')), 'rules'));
  return (rules.length > 0 ? rules : [{}]).map((one, at) => {
    const rule = tableOf(one);
    const backends = listOf(own(rule, 'backendRefs')).map((backend) => ({ weight: 1, ...tableOf(backend) }));
    return { value: rule, at, backends: keyOf(backends), filters: keyOf(listOf(own(rule, 'filters'))) };
  });
}

/** The API server fills in the prefix `/` where no path is written. */
export function matchesOf({ value, at: rule }: Rule): readonly Match[] {
  const matches = listOf(own(value, 'matches'));
  return (matches.length > 0 ? matches : [{}]).map((one, at) => {
    const match = tableOf(one);
    const path = tableOf(own(match, 'path'));
    const method = textOf(own(match, 'method'));
    const headers = listOf(own(match, 'headers')).map(tableOf);
    const named = headers.map((header) => ({ ...header, name: (textOf(own(header, 'name')) ?? '').toLowerCase() }));
    return {
      rule,
      at,
      path: { type: textOf(own(path, 'type')) ?? 'PathPrefix', value: textOf(own(path, 'value')) ?? '/' },
      method,
      headers,
      value: match,
      key: JSON.stringify([method, keyOf(firstOfName(named)), firstOfName(queryOf(match)).map(canonical)]),
    };
  });
}

export const queryOf = (match: Table): readonly Table[] => listOf(own(match, 'queryParams')).map(tableOf);

function firstOfName(all: readonly Table[]): readonly Table[] {
  const seen = new Set<unknown>();
  return all.filter((one) => !seen.has(own(one, 'name')) && seen.add(own(one, 'name')));
}

/** The same text for the same values, in whatever order. */
const keyOf = (values: readonly unknown[]): string => values.map(canonical).sort().join(';');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`);
  return `{${members.sort().join()}}`;
}

/** Without the expressions router one match by query leaves the whole HTTPRoute out (`translate_httproute.go`). */
export function isRouted(cluster: Cluster, resource: Resource): boolean {
  if (cluster.gateway.hasExpressions) return true;
  for (const { value, at } of rulesOf(resource)) {
    const index = listOf(own(value, 'matches')).findIndex((match) => queryOf(tableOf(match)).length > 0);
    if (index < 0) continue;
    cluster.tell(
      'kubernetes-httproute-query',
      `HTTPRoute ${resource.name} matches by query, which takes the expressions router: the controller leaves the whole HTTPRoute out`,
      resource,
      ['spec', 'rules', at, 'matches', index, 'queryParams'],
      'set router_flavor = expressions, or match by path, method or header',
    );
    return false;
  }
  return true;
}
