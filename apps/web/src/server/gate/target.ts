import type { Check } from './visit.ts';

/** An absolute target (`GET http://other/`) would name a host of its own; an upgrade would leave HTTP. */
export const target: Check = (visit) =>
  visit.target.startsWith('/') && !visit.target.startsWith('//') && visit.all('upgrade').length === 0
    ? undefined
    : { status: 403, code: 'target-not-ours' };
