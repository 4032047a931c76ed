import { expect, it } from 'vitest';
import { lineGroups } from './lines.ts';

const read = async (chunks: readonly (string | Uint8Array)[]): Promise<string[]> => {
  async function* given() {
    for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
  }
  const lines: string[] = [];
  for await (const group of lineGroups(given())) lines.push(...group);
  return lines;
};

it.each<[string, readonly string[], readonly string[]]>([
  ['one chunk', ['a\nb\n'], ['a', 'b']],
  ['no line end at the end', ['a\nb'], ['a', 'b']],
  ['a line over three chunks', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['an empty line', ['a\n\nb\n'], ['a', '', 'b']],
  ['nothing', [], []],
  ['a line end at the edge', ['a', '\n', 'b'], ['a', 'b']],
])('%s', async (_, chunks, lines) => {
  expect(await read(chunks)).toEqual(lines);
});

it('cuts a text at every byte and reads the same', async () => {
  const bytes = new TextEncoder().encode('ä€𐍈\nzweite\n');
  for (let at = 0; at <= bytes.length; at++)
    expect(await read([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(['ä€𐍈', 'zweite']);
});
