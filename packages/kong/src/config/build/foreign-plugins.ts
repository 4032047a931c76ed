import type { Problem } from '@why401/core';
import type { LoaderRules } from '../../versions/index.ts';
import { type Item, own } from '../schema/index.ts';
import { isUnknown } from '../unknown.ts';

/** Plugins that an open-source gateway does not bring along: of the Enterprise edition, of one's own, or misspelt. */
export function foreignPlugins(items: readonly Item[], { bundledPlugins, closedSource }: LoaderRules): Problem[] {
  if (closedSource) return [];
  const told = new Set<string>();
  const out: Problem[] = [];
  for (const { schema, raw, source, node } of items) {
    const name = own(raw, 'name');
    if (schema.name !== 'plugins' || typeof name !== 'string' || isUnknown(name)) continue;
    if (bundledPlugins.has(name) || told.has(name)) continue;
    told.add(name);
    out.push({
      code: 'plugin-not-bundled',
      message: `the plugin ${name} does not come with an open-source Kong, which would refuse the file`,
      place: source.place(node, 'name'),
      hint: 'check the spelling, or that the gateway is an Enterprise edition or has it in its `plugins` setting',
    });
  }
  return out;
}
