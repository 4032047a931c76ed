import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { ConfigFile } from '../config/index.ts';
import {
  addItem,
  applySplices,
  hunksOf,
  type Mask,
  mapAt,
  masksOf,
  type OpenFile,
  removeField,
  type Splice,
  setField,
} from './edit/index.ts';
import { Hidden } from './hidden.ts';
import type { ConfigChange, ConfigEdit, ConfigValue, EntityResult } from './model.ts';
import { openAround } from './open.ts';
import type { Situation } from './situation.ts';

export interface Applied {
  readonly files: readonly ConfigFile[];
  readonly change: ConfigChange;
}

/** Files that were opened for editing, so that several cures open each only once. */
export type Opened = Map<string, OpenFile>;

/**
 * Writes edits into the text of the files. Undefined where one of them does not fit, as with a file
 * whose text says something else at that place.
 */
export function applyEdits(situation: Situation, edits: readonly ConfigEdit[]): Applied | undefined {
  const { files } = situation;
  const changed: ConfigFile[] = [];
  const change = {
    kind: 'config' as const,
    edits,
    hunks: [] as ConfigChange['hunks'][number][],
    results: [] as EntityResult[],
  };
  for (const file of files) {
    const own = edits.filter((edit) => edit.file === file.name);
    if (own.length === 0) {
      changed.push(file);
      continue;
    }
    const open = openAround(
      situation,
      file.name,
      own.map(({ at }) => at),
    );
    if (open === undefined) return undefined;
    const splices = own.map((edit) => spliceOf(open, edit));
    if (splices.some((splice) => splice === undefined)) return undefined;
    const text = applySplices(file.text, splices as Splice[]);
    changed.push({ ...file, text });
    // What is not opened is not masked either, and must not be shown.
    change.hunks.push(...hunksOf(file.name, open.text, splices as Splice[], masksOf(open, file.name)));
    change.results.push(...resultsOf(file.name, open, own));
  }
  return { files: changed, change };
}

function spliceOf(open: OpenFile, edit: ConfigEdit): Splice | undefined {
  const map = mapAt(open, edit.at);
  if (map === undefined) return undefined;
  const path = edit.field.split('.');
  if (edit.op === 'remove') return removeField(open, map, path);
  if (edit.new === undefined) return undefined;
  return edit.op === 'create' ? addItem(open, map, edit.field, edit.new) : setField(open, map, path, edit.new);
}

/** Every edited entity once, with its edits made. */
function resultsOf(name: string, open: OpenFile, edits: readonly ConfigEdit[]): EntityResult[] {
  const created = edits.filter(({ op }) => op === 'create');
  const changed = edits.filter(({ op }) => op !== 'create');
  const first = changed.filter((edit, i) => changed.findIndex(({ at }) => at === edit.at) === i);
  return [
    ...first.flatMap(({ at, entity }) => {
      const map = mapAt(open, at);
      if (map === undefined) return [];
      const own = changed.filter((edit) => edit.at === at);
      return [{ entity, value: own.reduce(edited, valueOf(map, masksOf(open, name))) }];
    }),
    ...created.map(({ entity, new: value }) => ({ entity, value: value as Members })),
  ];
}

type Members = EntityResult['value'];

function edited(members: Members, { op, field, new: fresh }: ConfigEdit): Members {
  return put(members, field.split('.'), op === 'remove' ? undefined : fresh);
}

function put(members: Members, [name = '', ...rest]: readonly string[], value: ConfigValue | undefined): Members {
  const { [name]: old, ...others } = members;
  if (rest.length === 0) return value === undefined ? others : { ...members, [name]: value };
  const inner = put(isMembers(old) ? old : {}, rest, value);
  return Object.keys(inner).length === 0 ? others : { ...members, [name]: inner };
}

function isMembers(value: ConfigValue | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Hidden);
}

function valueOf(map: YAMLMap, masks: readonly Mask[]): Members {
  return Object.fromEntries(
    map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', read(value, masks)]),
  );
}

function read(node: unknown, masks: readonly Mask[]): ConfigValue {
  if (isMap(node)) return valueOf(node, masks);
  if (isSeq(node)) return node.items.map((item) => read(item, masks));
  if (!isScalar(node)) return null;
  const mask = masks.find(({ from }) => from === node.range?.[0]);
  return mask === undefined ? (node.value as ConfigValue) : new Hidden(String(node.value), mask.shown.slice(1, -1));
}
