/**
 * `table.sort` of Lua 5.1 and LuaJIT: a quicksort that is not stable, so that where equals end up depends on it. `less`
 * may be any function; one that is no order ends as it does there, without the error.
 */
export function luaSort<Item>(items: Item[], less: (a: Item, b: Item) => boolean): void {
  sort(items, 0, items.length - 1, less);
}

function sort<Item>(items: Item[], first: number, last: number, less: (a: Item, b: Item) => boolean): void {
  let [low, high] = [first, last];
  while (low < high) {
    const pivotAt = median(items, low, high, less);
    if (pivotAt === undefined) return;
    const middle = partition(items, low, high, less);
    // The smaller side by recursion.
    if (middle - low < high - middle) {
      sort(items, low, middle - 1, less);
      low = middle + 1;
    } else {
      sort(items, middle + 1, high, less);
      high = middle - 1;
    }
  }
}

function swap<Item>(items: Item[], a: number, b: number): void {
  [items[a], items[b]] = [items[b] as Item, items[a] as Item];
}

/** Orders first, middle and last; undefined where these are all there is. Otherwise the pivot stands at `high` − 1. */
function median<Item>(
  items: Item[],
  low: number,
  high: number,
  less: (a: Item, b: Item) => boolean,
): number | undefined {
  const at = (i: number): Item => items[i] as Item;
  if (less(at(high), at(low))) swap(items, low, high);
  if (high - low === 1) return undefined;
  const middle = Math.floor((low + high) / 2);
  if (less(at(middle), at(low))) swap(items, middle, low);
  else if (less(at(high), at(middle))) swap(items, middle, high);
  if (high - low === 2) return undefined;
  swap(items, middle, high - 1);
  return high - 1;
}

function partition<Item>(items: Item[], low: number, high: number, less: (a: Item, b: Item) => boolean): number {
  const at = (i: number): Item => items[i] as Item;
  const pivot = at(high - 1);
  let i = low;
  let j = high - 1;
  for (;;) {
    do i++;
    while (i < high && less(at(i), pivot));
    do j--;
    while (j > low && less(pivot, at(j)));
    if (j < i) break;
    swap(items, i, j);
  }
  swap(items, high - 1, i);
  return i;
}
