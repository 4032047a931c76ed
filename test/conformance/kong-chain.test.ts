import { describe, expect, it } from 'vitest';
import { replayRecordings } from './recordings.ts';

describe('several plugins in a chain answer as the recorded gateway did', () => {
  it.each([
    ['chain-dev-01.ndjson', 912],
    ['chain-dev-02.ndjson', 125],
    ['chain-3.4.2-dev-01.ndjson', 912],
    ['chain-3.4.2-dev-02.ndjson', 125],
    ['chain-2.8.5-dev-01.ndjson', 912],
    ['chain-2.8.5-dev-02.ndjson', 125],
  ])('%s: all of %i cases', (file, cases) => {
    expect(replayRecordings(file, false)).toMatchObject({ cases, identical: cases, undetermined: 0, differing: [] });
  });
});
