import { Source } from '../../text/index.ts';
import type { ParsedFile } from '../model.ts';
import { NO_NODES } from '../problems.ts';
import { Cluster, type TargetGateway } from './cluster.ts';
import { addConsumers } from './consumers.ts';
import { addHttpRoutes } from './httproute.ts';
import { addIngresses } from './ingress.ts';
import { addPlugins, type Relations, relate } from './plugins.ts';
import { annotation, type Resource } from './resource.ts';
import { type Services, servicesBehind } from './services.ts';

export type { TargetGateway } from './cluster.ts';
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
export function joinResources(resources: readonly Resource[], gateway: TargetGateway): ParsedFile {
  const cluster = new Cluster(resources, gateway);
  const relations: Relations = new Map();
  const services: Services = new Map();
  addIngresses(cluster, relations, services);
  addHttpRoutes(cluster, relations, services);
  for (const [resource, entities] of servicesBehind(cluster, services))
    relate(cluster, relations, resource, 'services', entities);
  addConsumers(cluster, relations);
  addPlugins(cluster, relations);
  for (const one of resources) if (!KNOWN.has(one.kind)) cluster.leave(`kubernetes:${one.kind}`, one, [], one.value);
  noteOverrides(cluster);
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

/** `route` and `proxy` of a KongIngress are not read since version 3 of the controller. */
function noteOverrides(cluster: Cluster): void {
  for (const resource of cluster.of('Ingress', 'HTTPRoute', 'Service')) {
    const name = annotation(resource, 'override');
    if (name !== undefined) cluster.leave(`KongIngress:${name}`, resource, ['metadata']);
  }
}
