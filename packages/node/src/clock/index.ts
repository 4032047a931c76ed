import type { Clock } from '@why401/core';

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still. @param ms milliseconds since the epoch */
export const fixedClock = (ms: number): Clock => ({ now: () => ms });
