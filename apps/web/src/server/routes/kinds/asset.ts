import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../../answers.ts';
import type { Context, Route } from '../route.ts';

/** One file of the page. Its name is fixed here: no request names a file. */
export const assetRoute = (
  path: string,
  file: string,
  type: string,
  then?: (context: Context, target: string) => void,
): Route => ({
  method: 'get',
  path,
  open: true,
  handle: (context) => async (request, response) => {
    const content = await readFile(join(context.pages, file)).catch(() => undefined);
    if (content === undefined) return refuse(response, 503, 'page-not-built');
    response.type(type).send(content);
    then?.(context, request.url);
  },
});
