export { fixedClock } from '@why401/node';

/** 2026-01-15T12:00:00Z in milliseconds: the moment at which tests run. */
export const NOW_MS = 1_768_478_400_000;

/** The same in whole seconds, as `exp`, `nbf` and `iat` count. */
export const NOW_SECONDS = NOW_MS / 1000;
