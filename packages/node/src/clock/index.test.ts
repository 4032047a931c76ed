import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from './index.ts';

describe('clocks', () => {
  it('stand still, or go', () => {
    const clock = fixedClock(1_768_478_400_000);
    expect([clock.now(), clock.now()]).toEqual([1_768_478_400_000, 1_768_478_400_000]);
    const before = Date.now();
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    expect(systemClock.now()).toBeLessThan(before + 60_000);
  });
});
