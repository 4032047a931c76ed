import { describe, expect, it } from 'vitest';
import { replayRecordings } from './recordings.ts';

describe('of several instances of a plugin the one runs that the recorded gateway ran', () => {
  it.each([
    ['precedence-dev-01.ndjson', 393],
    ['precedence-3.4.2-dev-01.ndjson', 393],
    ['precedence-2.8.5-dev-01.ndjson', 393],
  ])('%s: all of %i cases', (file, cases) => {
    expect(replayRecordings(file, false)).toMatchObject({ cases, identical: cases, undetermined: 0, differing: [] });
  });
});
