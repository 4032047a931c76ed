import { answerJson, refuse } from '../../answers.ts';
import { isOfType } from '../../body/media-type.ts';
import { readBytes } from '../../body/read-bytes.ts';
import { LIMITS } from '../../limits.ts';
import type { Context, Route } from '../route.ts';

/** A request whose body says nothing; `answered` does what it is for and gives the JSON. */
export const signalRoute = (path: string, answered: (context: Context) => Promise<string> | string): Route => ({
  method: 'post',
  path,
  open: false,
  handle: (context) => async (request, response) => {
    if (!isOfType(request, 'application/json')) return refuse(response, 415, 'json-wanted');
    const read = await readBytes(request, response, LIMITS.json);
    if (read.ok) return answerJson(response, await answered(context));
    return read.status === undefined ? undefined : refuse(response, read.status, read.code);
  },
});
