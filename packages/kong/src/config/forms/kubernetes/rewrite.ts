import type { Cluster } from './cluster.ts';
import { annotation, type Resource } from './resource.ts';

const PLACE = ['metadata', 'annotations', 'konghq.com/rewrite'];

/** `konghq.com/rewrite` of an Ingress, behind the feature gate RewriteURIs (KIC `MaybeRewriteURI@v3.5.9`). */
export function addRewrite(cluster: Cluster, resource: Resource, routes: readonly string[]): void {
  const written = annotation(resource, 'rewrite');
  if (written === undefined) return;
  cluster.tell(
    'kubernetes-rewrite',
    `Ingress ${resource.name} rewrites paths, which takes the feature gate RewriteURIs: without it the controller drops the whole service`,
    resource,
    PLACE,
    'start the controller with --feature-gates=RewriteURIs=true, or use a KongPlugin of request-transformer',
  );
  const uri = templateOf(written || '/');
  if (uri === undefined) return cluster.leave('annotation:konghq.com/rewrite', resource, PLACE);
  for (const route of routes)
    cluster.add('plugins', { name: 'request-transformer', route, config: { replace: { uri } } }, resource);
}

/** `$1` is what the path captured, `\$` a dollar sign; undefined for what the controller does not take. */
function templateOf(text: string): string | undefined {
  if (!/^(?:[^$\\]|\\\$|\$\d+)*$/.test(text)) return undefined;
  return text.replace(/\\\$|\$(\d+)/g, (_, digits?: string) =>
    digits === undefined ? '$' : `$(uri_captures[${digits}])`,
  );
}
