import { Source } from '../../text/index.ts';
import type { ParsedFile } from '../model.ts';
import { NO_NODES } from '../problems.ts';
import { Cluster } from './cluster.ts';
import { addConsumers } from './consumers.ts';
import { addHttpRoutes } from './httproute.ts';
import { addIngresses } from './ingress.ts';
import { addPlugins, type Relations, relate } from './plugins.ts';
import type { Resource } from './resource.ts';
import { servicesBehind } from './routes.ts';

export type { Resource } from './resource.ts';
export { readResources } from './resource.ts';

/** Kinds that are gone into, or that say nothing about routes, plugins and credentials. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'Ingress HTTPRoute Service Secret KongPlugin KongClusterPlugin KongConsumer KongConsumerGroup KongIngress ' +
    'Namespace Deployment ConfigMap ServiceAccount Gateway GatewayClass IngressClass ReferenceGrant Pod ReplicaSet ' +
    'Endpoints EndpointSlice Role RoleBinding ClusterRole ClusterRoleBinding CustomResourceDefinition List'
  ).split(' '),
);

/** The configuration that the Ingress Controller makes of resources, over all files together. */
export function joinResources(resources: readonly Resource[]): ParsedFile {
  const cluster = new Cluster(resources);
  const relations: Relations = new Map();
  const services = new Set<string>();
  addIngresses(cluster, relations, services);
  addHttpRoutes(cluster, relations, services);
  for (const [resource, entities] of servicesBehind(cluster, services))
    relate(cluster, relations, resource, 'services', entities);
  addConsumers(cluster, relations);
  addPlugins(cluster, relations);
  for (const one of resources) if (!KNOWN.has(one.kind)) cluster.leave(`kubernetes:${one.kind}`, one, [], one.value);
  const others = [...new Set(resources.map(({ source }) => source))];
  return {
    source: others[0] ?? new Source('', '', NO_NODES),
    root: cluster.root,
    form: 'kubernetes',
    kind: 'Kubernetes resources',
    smells: cluster.problems,
    templates: [],
    origins: cluster.origins,
    unmodelled: cluster.unmodelled,
    others,
  };
}
