import { own, type Table } from '../../schema/table.ts';
import { headerText, type Made } from './filters.ts';
import { tableOf, textOf } from './resource.ts';

/** The plugins of a RequestRedirect: `redirect` where Kong has it, else an answer and its `Location`. */
export function redirectPlugins(redirect: Table, path: string, hasRedirect: boolean): readonly Made[] {
  const status = own(redirect, 'statusCode');
  const config = { status_code: typeof status === 'number' ? status : 302 };
  const changed = tableOf(own(redirect, 'path'));
  const full = own(changed, 'type') === 'ReplaceFullPath' ? textOf(own(changed, 'replaceFullPath')) : undefined;
  if (hasRedirect) {
    const location = locationOf(redirect, full ?? '/');
    return [{ name: 'redirect', config: { ...config, location, keep_incoming_path: full === undefined } }];
  }
  const headers = [headerText('Location', locationOf(redirect, full ?? path))];
  return [
    { name: 'request-termination', config },
    { name: 'response-transformer', config: { add: { headers } } },
  ];
}

/** Host and path joined as Go's `path.Join` does: without a slash at the end. */
function locationOf(redirect: Table, path: string): string {
  const host = textOf(own(redirect, 'hostname'));
  if (host === undefined) return path;
  const port = textOf(own(redirect, 'port'));
  const joined = `${host}${port === undefined ? '' : `:${port}`}/${path}`.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return `${textOf(own(redirect, 'scheme')) ?? 'http'}://${joined}`;
}
