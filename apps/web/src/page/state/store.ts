import { type Child, fill, make, type Parts } from '../dom/index.ts';
import type { State } from './model.ts';

type Listener = () => boolean;

/** Holds the state, and tells those who look at a part of it when that part changes. */
export interface Store {
  readonly state: State;
  set(change: Partial<State>): void;
  /** Runs `apply` now and whenever what `select` picks is another value; ends with the element it belongs to. */
  watch<const T extends readonly unknown[]>(
    owner: Element,
    select: (state: State) => T,
    apply: (picked: T) => void,
  ): void;
}

export function createStore(initial: State): Store {
  let state = initial;
  let listeners: Listener[] = [];
  let telling = false;
  let again = false;
  const tell = () => {
    if (telling) {
      again = true;
      return;
    }
    telling = true;
    do {
      again = false;
      const current = listeners;
      listeners = [];
      const kept = current.filter((listener) => listener());
      listeners = [...kept, ...listeners];
    } while (again);
    telling = false;
  };
  return {
    get state() {
      return state;
    },
    set(change) {
      state = { ...state, ...change };
      tell();
    },
    watch(owner, select, apply) {
      let picked = select(state);
      apply(picked);
      listeners.push(() => {
        // Whatever lives hangs on the page by the time that anything changes.
        if (!owner.isConnected) return false;
        const next = select(state);
        if (next.every((value, at) => Object.is(value, picked[at])) && next.length === picked.length) return true;
        picked = next;
        apply(picked);
        return true;
      });
    },
  };
}

/** An element whose content follows a part of the state. */
export function follow<const T extends readonly unknown[], K extends keyof HTMLElementTagNameMap>(
  store: Store,
  name: K,
  parts: Parts,
  select: (state: State) => T,
  render: (picked: T) => readonly Child[],
): HTMLElementTagNameMap[K] {
  const element = make(name, parts);
  store.watch(element, select, (picked) => fill(element, ...render(picked)));
  return element;
}
