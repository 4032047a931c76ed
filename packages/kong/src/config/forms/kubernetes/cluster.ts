import type { Crypto, Problem } from '@why401/core';
import type { Unmodelled } from '../../model.ts';
import type { Table } from '../../schema/table.ts';
import type { Origin, Origins } from '../model.ts';
import type { Resource } from './resource.ts';

export type Path = readonly (string | number)[];

/** What the controller knows of the gateway that it configures. */
export interface TargetGateway {
  /** Kong brings the plugin `redirect` along, from 3.9 on. */
  readonly hasRedirect: boolean;
  readonly hasExpressions: boolean;
  readonly crypto: Pick<Crypto, 'digest'>;
}

/** What the resources become, while they are gone through. */
export class Cluster {
  readonly root: Record<string, Table[]> = {};
  readonly origins: Origins = new WeakMap();
  readonly problems: Problem[] = [];
  readonly unmodelled: Unmodelled[] = [];
  private readonly byName = new Map<string, Resource>();
  private readonly all: readonly Resource[];
  readonly gateway: TargetGateway;

  constructor(resources: readonly Resource[], gateway: TargetGateway) {
    this.all = resources;
    this.gateway = gateway;
    for (const one of resources) this.byName.set(`${one.kind}\0${one.namespace}\0${one.name}`, one);
  }

  of(...kinds: readonly string[]): readonly Resource[] {
    return this.all.filter(({ kind }) => kinds.includes(kind));
  }

  find(kind: string, namespace: string, name: string): Resource | undefined {
    return this.byName.get(`${kind}\0${namespace}\0${name}`);
  }

  /** Objects of the cluster have no namespace, whatever is written. */
  findAnywhere(kind: string, name: string): Resource | undefined {
    return this.all.find((one) => one.kind === kind && one.name === name);
  }

  add(entity: string, made: Table, origin: Origin): Table {
    this.origins.set(made, origin);
    const list = this.root[entity] ?? [];
    this.root[entity] = list;
    list.push(made);
    return made;
  }

  /** An entity that stands inside another one. */
  nest(parent: Table, entity: string, made: Table, origin: Origin): void {
    this.origins.set(made, origin);
    const list = (parent[entity] ?? []) as Table[];
    parent[entity] = list;
    list.push(made);
  }

  tell(code: string, message: string, at: Origin, path: Path, hint: string): void {
    this.problems.push({ code, message, place: at.source.placeOf(at.node, path), hint });
  }

  leave(what: string, { source, node }: Origin, path: Path = [], raw?: unknown): void {
    const place = source.placeOf(node, path);
    this.unmodelled.push({ what, place, ...(raw !== undefined && { raw }) });
  }
}
