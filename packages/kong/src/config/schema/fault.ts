/** A text for a faulty value, or what is wrong inside it. Array positions are numbers from 0. */
export type Fault = string | Faults;
export type Faults = Map<string | number, Fault>;

/** Where the checks over several fields put their texts. */
export const ENTITY = '@entity';

/** Kong itself breaks down: `{"message":"An unexpected error occurred"}`, status 500. */
export class LoaderCrash {}

export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Every text of a fault with its path, objects before what they hold, as in the JSON that Kong answers. */
export function leaves(fault: Fault | undefined, path: readonly (string | number)[] = []): Leaf[] {
  if (fault === undefined) return [];
  if (typeof fault === 'string') return [{ path, message: fault }];
  const mixed = isMixed(fault);
  return [...fault].flatMap(([key, inner]) => leaves(inner, [...path, mixed ? luaKey(key) : key]));
}

export function addEntityFault(faults: Faults, message: string): void {
  const list = at(faults, ENTITY);
  list.set(list.size, message);
}

/** The table under `key`, made when it is not there; a text in its place is replaced. */
export function at(faults: Faults, key: string | number): Faults {
  const known = faults.get(key);
  if (known instanceof Map) return known;
  const made: Faults = new Map();
  faults.set(key, made);
  return made;
}

/** Puts a fault at a dotted path. */
export function setAt(faults: Faults, path: string, fault: Fault): void {
  const steps = path.split('.');
  const last = steps.pop() ?? path;
  let table = faults;
  for (const step of steps) table = at(table, step);
  table.set(last, fault);
}

/** What `over` says, and what `under` says where `over` is silent; texts of `over` win. */
export function merged(over: Faults, under: Faults): Faults {
  const out: Faults = new Map(over);
  for (const [key, fault] of under) {
    const known = out.get(key);
    if (known === undefined) out.set(key, fault);
    else if (known instanceof Map && fault instanceof Map) out.set(key, merged(known, fault));
    else out.set(key, fault);
  }
  return out;
}

/** A Lua table with keys of both kinds becomes a JSON object: positions turn into texts and count from 1. */
function isMixed(faults: Faults): boolean {
  let texts = false;
  let numbers = false;
  for (const key of faults.keys()) {
    if (typeof key === 'number') numbers = true;
    else texts = true;
  }
  return texts && numbers;
}

function luaKey(key: string | number): string {
  return typeof key === 'number' ? String(key + 1) : key;
}
