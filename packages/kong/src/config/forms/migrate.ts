import { migratePath } from '../schema/formats/path.ts';
import { isTable, own, type Table } from '../schema/table.ts';

/**
 * What Kong 3 makes of a file of format 1.1 or 2.1: paths of routes at top level and of those nested in services at
 * top level become what they meant (`kong/db/declarative/migrations/route_path.lua`). Lists keep their length.
 */
export function migrateFormat(root: Table): Table {
  const version = own(root, '_format_version');
  if (version !== '1.1' && version !== '2.1') return root;
  const out: Table = { ...root, _format_version: '3.0' };
  if (Array.isArray(out['routes'])) out['routes'] = out['routes'].map(migrateRoute);
  if (Array.isArray(out['services']))
    out['services'] = out['services'].map((service: unknown) => {
      if (!isTable(service)) return service;
      const nested = own(service as Table, 'routes');
      return Array.isArray(nested) ? { ...service, routes: nested.map(migrateRoute) } : service;
    });
  return out;
}

function migrateRoute(route: unknown): unknown {
  if (!isTable(route)) return route;
  const paths = own(route as Table, 'paths');
  if (!Array.isArray(paths)) return route;
  return { ...route, paths: paths.map((path: unknown) => (typeof path === 'string' ? migratePath(path) : path)) };
}
