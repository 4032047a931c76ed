import type { RankedPart } from '../../router/index.ts';

/** Whether `wide` matches every request that `narrow` matches. False where that cannot be told from the texts alone. */
export function covers(wide: RankedPart, narrow: RankedPart): boolean {
  const [w, n] = [wide.route, narrow.route];
  return (
    all(wide.paths, narrow.paths, coversPath) &&
    all(w.hosts, n.hosts, (a, b) => a === b || (!b.includes('*') && coversHost(a, b))) &&
    all(w.methods, n.methods, same) &&
    all(w.snis, n.snis, same) &&
    none(w.sources) &&
    none(w.destinations) &&
    headers(w.headers ?? {}, n.headers ?? {})
  );
}

const same = (a: string, b: string): boolean => a === b;
const none = (list: readonly unknown[] | null): boolean => list === null || list.length === 0;

/** An attribute that is not set lets all through. */
function all(
  wide: readonly string[] | null,
  narrow: readonly string[] | null,
  cover: (a: string, b: string) => boolean,
): boolean {
  if (wide === null || wide.length === 0) return true;
  return narrow !== null && narrow.length > 0 && narrow.every((b) => wide.some((a) => cover(a, b)));
}

const coversPath = (a: string, b: string): boolean =>
  a === b || (!a.startsWith('~') && !b.startsWith('~') && b.startsWith(a));

/** A star covers a plain name without a port. */
function coversHost(a: string, b: string): boolean {
  if (a.includes(':') || b.includes(':')) return false;
  if (a.startsWith('*')) return b.endsWith(a.slice(1));
  return a.endsWith('*') && b.startsWith(a.slice(0, -1));
}

type Headers = Readonly<Record<string, readonly string[]>>;

function headers(wide: Headers, narrow: Headers): boolean {
  const own = new Map(Object.entries(narrow).map(([name, values]) => [name.toLowerCase(), values]));
  return Object.entries(wide).every(([name, values]) => {
    const inner = own.get(name.toLowerCase());
    return inner !== undefined && inner.length > 0 && inner.every((value) => values.includes(value));
  });
}
