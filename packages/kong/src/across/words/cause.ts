import type { Cause } from '../causes.ts';
import { SWITCH_WORDS } from './switches-table.ts';

export interface ToldCause {
  readonly text: string;
  /** Commit, pull request, file or changelog; null where the tables of a release as a whole are meant. */
  readonly source: string | null;
}

export function causeOf(cause: Cause): ToldCause {
  switch (cause.kind) {
    case 'switch':
      return { text: `since ${cause.since} ${SWITCH_WORDS[cause.name]}`, source: cause.source };
    case 'router-flavor':
      return { text: `the default of router_flavor is ${cause.after}, was ${cause.before}`, source: 'CHANGELOG 3.0.0' };
    case 'plugin-order':
      return { text: 'plugins run in another order', source: 'PRIORITY in kong/plugins/*/handler.lua' };
    case 'loader':
      return { text: 'the loader makes something else of the same file (paths, defaults)', source: null };
  }
}
