import { NO_HOPS } from './hops.ts';
import { NO_ISSUER } from './issuer.ts';
import { kept } from './kept.ts';
import type { State } from './model.ts';
import { read } from './reading.ts';
import { NO_ROUTING } from './routing.ts';

/** What belongs to what was pasted and loaded: Clear brings this back. */
export function emptied(now: number, zone: string) {
  return {
    text: '',
    held: null,
    choice: null,
    reading: read('', { choice: null, now, zone }),
    reply: null,
    configuration: null,
    keys: null,
    notes: [],
    gateway: { kongVersion: '', routerFlavor: '', route: '', service: '' },
    now: null,
    at: null,
    timelineOpen: false,
    waiting: false,
    typing: false,
    explained: null,
    verified: null,
    timed: null,
    issuer: NO_ISSUER,
    issued: null,
    routing: NO_ROUTING,
    listed: null,
    routed: null,
    hops: NO_HOPS,
    rejected: null,
    climbed: null,
  } satisfies Partial<State>;
}

export function initialState(now: number, hasSecret: boolean): State {
  const { theme, zone, shortcuts } = kept();
  return {
    ...emptied(now, zone),
    view: 'why',
    help: false,
    revision: 0,
    theme,
    zone,
    shortcuts,
    connection: hasSecret ? 'connected' : 'stranger',
    examples: null,
  };
}
