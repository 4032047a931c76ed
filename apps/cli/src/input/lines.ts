import { fail } from '../failure.ts';

/** A line longer than this is no case; `readline` would keep it whole. */
const LONGEST_LINE = 64 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * Lines of UTF-8 text, without their ends, in groups as they come. The last one need not be ended.
 * @throws Failure `line-too-long`
 */
export async function* lineGroups(chunks: AsyncIterable<Uint8Array>): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const last = chunk.lastIndexOf(LINE_FEED);
    if (last < 0) rest += decoder.decode(chunk, { stream: true });
    else {
      const lines = (rest + decoder.decode(chunk.subarray(0, last), { stream: true })).split('\n');
      rest = decoder.decode(chunk.subarray(last + 1), { stream: true });
      yield lines;
    }
    if (rest.length > LONGEST_LINE)
      fail('line-too-long', 'A line is longer than 64 MiB.', 'Give one case on each line.');
  }
  rest += decoder.decode();
  if (rest !== '') yield [rest];
}
