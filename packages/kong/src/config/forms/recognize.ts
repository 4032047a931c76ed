import type { Problem } from '@why401/core';
import { isTable, own, type Table } from '../schema/table.ts';

/** `deck`: read by decK and put into a database through the Admin API. `db-less`: read by Kong's own loader. */
export type Form = 'deck' | 'db-less';

const DECK_ROOT: readonly string[] = [
  '_info',
  '_workspace',
  '_konnect',
  '_plugin_configs',
  'consumer_groups',
  'licenses',
  'rbac_roles',
  'service_packages',
  'partials',
  'custom_plugins',
  'cloned_plugins',
  'custom_entities',
];

const DECK_INSIDE: Readonly<Record<string, readonly string[]>> = {
  plugins: ['_config', 'partials', 'ordering', 'consumer_group'],
  consumers: ['groups'],
};

/** Which of the two a declarative file is: neither says so itself, so that only marks of decK can tell. */
export function recognizeForm(root: Table, hasTemplates: boolean): Form {
  if (hasTemplates || DECK_ROOT.some((key) => Object.hasOwn(root, key))) return 'deck';
  return holdsDeckMark(root) ? 'deck' : 'db-less';
}

/** A form of configuration that is none of the two. */
export function foreignForm(value: unknown): Omit<Problem, 'place'> | undefined {
  if (!isTable(value) || Array.isArray(value)) return undefined;
  const root = value as Table;
  if (typeof own(root, 'apiVersion') === 'string' && typeof own(root, 'kind') === 'string')
    return problem(
      'these are Kubernetes resources',
      'take the configuration that the gateway runs: GET /config of its Admin API',
    );
  if (Array.isArray(own(root, 'data')) && ('next' in root || 'offset' in root))
    return problem('this is one page of an Admin API answer', 'dump the whole gateway with `deck gateway dump`');
  return undefined;
}

function problem(message: string, hint: string): Omit<Problem, 'place'> {
  return { code: 'config-form-unknown', message: `${message}, no declarative configuration`, hint };
}

function holdsDeckMark(root: Table): boolean {
  const visit = (table: Table, depth: number): boolean => {
    for (const [key, list] of Object.entries(table)) {
      if (!Array.isArray(list) || depth === 0) continue;
      const marks = DECK_INSIDE[key];
      for (const item of list) {
        if (!isTable(item)) continue;
        if (marks?.some((mark) => Object.hasOwn(item, mark))) return true;
        if (key === 'routes' && isNamedReference(own(item as Table, 'service'))) return true;
        if (visit(item as Table, depth - 1)) return true;
      }
    }
    return false;
  };
  return visit(root, 3);
}

function isNamedReference(value: unknown): boolean {
  return isTable(value) && typeof own(value as Table, 'name') === 'string';
}
