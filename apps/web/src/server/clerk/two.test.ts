import { describe, expect, it } from 'vitest';
import type { TaskName } from '../desk/index.ts';
import { type Clerk, createTwoClerks } from './index.ts';

const named = (name: string): Clerk => ({
  run: async () => ({ kind: 'answered', body: name }),
  clear: () => {},
  warm: () => {},
  close: async () => {},
});

describe('two clerks', () => {
  const clerk = createTwoClerks(named('quick'), named('thorough'));
  const gone = new AbortController().signal;

  it.each<[TaskName, string, 'quick' | 'thorough']>([
    ['explain', '{"paste":"x","cures":"later"}', 'quick'],
    ['explain', '{"paste":"x","cures":"now"}', 'thorough'],
    ['explain', '{"paste":"x"}', 'thorough'],
    ['share', '{"what":"explain"}', 'thorough'],
    ['share', '{"what":"timeline"}', 'quick'],
    ['timeline', '{"tokens":[]}', 'quick'],
    ['configuration', '{}', 'quick'],
    ['explain', '{', 'quick'],
    ['explain', 'null', 'thorough'],
  ])('%s %s is for the %s one', async (task, body, wanted) => {
    expect(await clerk.run(task, body, gone)).toEqual({ kind: 'answered', body: wanted });
  });
});
