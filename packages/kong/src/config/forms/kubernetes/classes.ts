import { own, type Table } from '../../schema/table.ts';
import type { Cluster } from './cluster.ts';
import type { Resource } from './resource.ts';

const KEY = 'kubernetes.io/ingress.class';

/** `kubernetes.io/ingress.class`, else `spec.ingressClassName`; undefined where none is written (KIC `internal/store/store.go@v3.5.9`). */
function classOf({ kind, annotations, value }: Resource): string | undefined {
  const annotated = annotations[KEY];
  if (annotated !== undefined && annotated !== '') return annotated;
  const spec = kind === 'Ingress' ? value['spec'] : undefined;
  const named = typeof spec === 'object' && spec !== null ? (spec as Table)['ingressClassName'] : undefined;
  return typeof named === 'string' ? named : undefined;
}

const OF_CLASS = ['Ingress', 'KongConsumer', 'KongConsumerGroup', 'KongClusterPlugin'];

const isDefault = ({ name, annotations }: Resource): boolean =>
  name === 'kong' && own(annotations, 'ingressclass.kubernetes.io/is-default-class') === 'true';

/**
 * Whether the controller heeds a resource: it does what is of its own class, `kong` unless it was told otherwise. What
 * is of another class is left out where something of the class `kong` is there too.
 */
export function isHeeded(cluster: Cluster, resource: Resource): boolean {
  const name = classOf(resource);
  const { kongIsDefault, hasKong } = seenIn(cluster);
  if (name === 'kong' || (name === undefined && kongIsDefault)) return true;
  noteClass(cluster, resource, name);
  return name === undefined || !hasKong;
}

interface Seen {
  readonly kongIsDefault: boolean;
  readonly hasKong: boolean;
}

const known = new WeakMap<Cluster, Seen>();

function seenIn(cluster: Cluster): Seen {
  const found = known.get(cluster) ?? {
    kongIsDefault: cluster.of('IngressClass').some(isDefault),
    hasKong: cluster.of(...OF_CLASS).some((one) => classOf(one) === 'kong'),
  };
  known.set(cluster, found);
  return found;
}

function noteClass(cluster: Cluster, resource: Resource, name: string | undefined): void {
  const what = `${resource.kind} ${resource.name}`;
  cluster.tell(
    'kubernetes-class',
    name === undefined
      ? `${what} names no ingress class: the controller heeds it only where kong is the default class`
      : `${what} is of the ingress class ${name}: a controller of the class kong does not heed it`,
    resource,
    ['metadata'],
    resource.kind === 'Ingress'
      ? 'write ingressClassName: kong, or kubernetes.io/ingress.class: kong among the annotations'
      : 'write kubernetes.io/ingress.class: kong among the annotations',
  );
}
