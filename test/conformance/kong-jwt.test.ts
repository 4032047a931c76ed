import { describe, expect, it } from 'vitest';
import { replayRecordings } from './recordings.ts';

describe('the jwt plugin answers as the recorded gateway did', () => {
  it.each([
    ['jwt-dev-01.ndjson', 918, true],
    ['jwt-dev-02.ndjson', 979, true],
    ['jwt-dev-03.ndjson', 521, true],
    ['jwt-3.4.2-dev-01.ndjson', 918, true],
    ['jwt-3.4.2-dev-02.ndjson', 979, true],
    ['jwt-3.4.2-dev-03.ndjson', 521, false],
    ['jwt-2.8.5-dev-01.ndjson', 918, true],
    ['jwt-2.8.5-dev-02.ndjson', 979, true],
    ['jwt-2.8.5-dev-03.ndjson', 521, false],
  ])('%s: all of %i cases', (file, cases, logs) => {
    // A stale TLS error of the process itself stands in the two logs that are not compared.
    expect(replayRecordings(file, logs)).toMatchObject({ cases, identical: cases, undetermined: 0, differing: [] });
  });
});
