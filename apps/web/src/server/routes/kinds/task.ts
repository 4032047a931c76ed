import type { Response } from 'express';
import { answerJson, refuse } from '../../answers.ts';
import { isOfType } from '../../body/media-type.ts';
import { readBytes } from '../../body/read-bytes.ts';
import { readText } from '../../body/read-text.ts';
import type { Done } from '../../clerk/index.ts';
import type { TaskName } from '../../desk/index.ts';
import { goneSignal } from '../../gone.ts';
import { LIMITS } from '../../limits.ts';
import type { Route } from '../route.ts';

/** A question as JSON, which the desk answers. */
export const taskRoute = (path: string, task: TaskName): Route => ({
  method: 'post',
  path,
  open: false,
  handle:
    ({ clerk }) =>
    async (request, response) => {
      const gone = goneSignal(response);
      if (!isOfType(request, 'application/json')) return refuse(response, 415, 'json-wanted');
      const read = await readBytes(request, response, LIMITS.json);
      if (!read.ok) return read.status === undefined ? undefined : refuse(response, read.status, read.code);
      const text = readText(read.bytes);
      if (text === undefined) return refuse(response, 400, 'body-wrong');
      answer(response, await clerk.run(task, text, gone));
    },
});

export function answer(response: Response, done: Done): void {
  switch (done.kind) {
    case 'answered':
      return answerJson(response, done.body);
    case 'body-wrong':
      return refuse(response, 400, 'body-wrong');
    case 'too-long':
      return refuse(response, 503, 'took-too-long');
    case 'failed':
      return refuse(response, 500, 'internal-error');
    case 'gone':
      return void response.destroy();
  }
}
