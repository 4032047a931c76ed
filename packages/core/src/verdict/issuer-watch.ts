import type { Problem } from '../facts/index.ts';
import type { KeyReading } from '../keys/index.ts';
import type { Crypto } from '../ports/index.ts';
import { type RotatedKey, rotationOf } from './issuer-rotation.ts';

/** One look at the keys of an issuer. */
export interface KeyLook {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Absent where the key set did not come. */
  readonly reading?: KeyReading;
  readonly problem?: Problem;
}

export type KeyEvent =
  /** `back`: it had gone before. A set may lack a key in one answer and have it in the next (Entra ID). */
  | { readonly kind: 'came' | 'back' | 'went'; readonly at: number; readonly key: RotatedKey }
  | { readonly kind: 'missed'; readonly at: number; readonly problem: Problem }
  | { readonly kind: 'reached'; readonly at: number };

/** What was seen of the keys of an issuer since somebody watches. */
export interface KeyWatch {
  /** When it was looked at last. */
  readonly at: number;
  /** The last look that showed keys. */
  readonly last: { readonly at: number; readonly reading: KeyReading } | undefined;
  /** Keys that went and did not come back, each with the time at which it was seen to be gone. */
  readonly gone: readonly { readonly key: RotatedKey; readonly at: number }[];
  /** Looks in a row that showed nothing. */
  readonly missed: number;
  /** In the order in which they happened. */
  readonly events: readonly KeyEvent[];
}

/** Events beyond this are let go, the oldest first. */
const MOST_EVENTS = 200;

export const NOTHING_SEEN: KeyWatch = { at: 0, last: undefined, gone: [], missed: 0, events: [] };

/** The same after one more look. A look that shows nothing takes no key away. */
export function watchKeys(before: KeyWatch, { at, reading, problem }: KeyLook, crypto: Crypto): KeyWatch {
  if (reading === undefined) {
    const isNew = before.missed === 0 && problem !== undefined;
    const events = isNew ? [{ kind: 'missed' as const, at, problem }] : [];
    return { ...before, at, missed: before.missed + 1, events: latest(before.events, events) };
  }
  const first = { reading: before.last?.reading ?? reading, at: before.last?.at };
  const { came, went } = rotationOf(first, { reading, at }, crypto);
  const wasGone = ({ fingerprint }: RotatedKey): boolean =>
    before.gone.some(({ key }) => key.fingerprint === fingerprint);
  const isHere = new Set(came.map(({ fingerprint }) => fingerprint));
  return {
    at,
    last: { at, reading },
    missed: 0,
    gone: [...before.gone.filter(({ key }) => !isHere.has(key.fingerprint)), ...went.map((key) => ({ key, at }))],
    events: latest(before.events, [
      ...(before.missed > 0 ? [{ kind: 'reached' as const, at }] : []),
      ...came.map((key) => ({ kind: wasGone(key) ? ('back' as const) : ('came' as const), at, key })),
      ...went.map((key) => ({ kind: 'went' as const, at, key })),
    ]),
  };
}

const latest = (before: readonly KeyEvent[], more: readonly KeyEvent[]): readonly KeyEvent[] =>
  [...before, ...more].slice(-MOST_EVENTS);
