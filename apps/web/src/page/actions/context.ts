import type { Server } from '../server/index.ts';
import type { Store } from '../state/index.ts';

export interface Context {
  readonly store: Store;
  readonly server: Server;
  /** Tells those who listen rather than look. */
  say(words: string): void;
}

/** The clock of the page, in whole seconds as Kong's: an example brings its own. Milliseconds since the epoch. */
export const clockOf = ({ store }: Pick<Context, 'store'>): number =>
  store.state.now ?? Math.floor(Date.now() / 1000) * 1000;
