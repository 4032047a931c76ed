import { refuse } from '../../answers.ts';
import { isOfType } from '../../body/media-type.ts';
import { readBytes } from '../../body/read-bytes.ts';
import { readText } from '../../body/read-text.ts';
import type { TaskName } from '../../desk/index.ts';
import { goneSignal } from '../../gone.ts';
import { LIMITS } from '../../limits.ts';
import type { Route } from '../route.ts';
import { answer } from './task.ts';

const LINE_FEED = 0x0a;

/**
 * A question with the files that it is about, as a stream of bytes: JSON up to the first line feed, then the files one
 * behind the other. They are judged and forgotten: what stands in logs is nobody's to keep.
 */
export const streamRoute = (path: string, task: TaskName): Route => ({
  method: 'post',
  path,
  open: false,
  handle:
    ({ clerk }) =>
    async (request, response) => {
      const gone = goneSignal(response);
      if (!isOfType(request, 'application/octet-stream')) return refuse(response, 415, 'bytes-wanted');
      const read = await readBytes(request, response, LIMITS.logs);
      if (!read.ok) return read.status === undefined ? undefined : refuse(response, read.status, read.code);
      const { bytes } = read;
      const end = bytes.subarray(0, LIMITS.json).indexOf(LINE_FEED);
      const question = end < 0 ? undefined : readText(bytes.subarray(0, end));
      if (question === undefined) return refuse(response, 400, 'body-wrong');
      answer(response, await clerk.run(task, question, gone, bytes.subarray(end + 1)));
    },
});
