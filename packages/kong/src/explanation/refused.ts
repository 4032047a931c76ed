import type { Problem } from '@why401/core';
import type { Refusal } from '../config/index.ts';
import type { Judgement } from '../judgement/index.ts';

/** What Kong refuses never becomes the running configuration: which one runs instead is not known. */
export function unlessRefused(judged: Judgement, refusals: readonly Refusal[]): Judgement {
  if (refusals.length === 0) return judged;
  const because = refusals.map(({ path, message, place }): Problem => {
    const text = `Kong refuses this configuration: ${path.join('.')}: ${message}`;
    return { code: 'config-refused', message: text, ...(place === undefined ? {} : { place }) };
  });
  const nothing = { reply: null, upstream: null, failed: null, plugin: null, path: [], surprises: [], log: [] };
  return { ...judged, ...nothing, outcome: 'undetermined', because };
}
