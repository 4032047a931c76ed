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
  openFile,
  removeField,
  type Splice,
  setField,
} from './edit/index.ts';
import { Hidden, trueValue } from './hidden.ts';
import type { ConfigChange, ConfigEdit, ConfigValue, EntityResult } from './model.ts';

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
export function applyEdits(
  files: readonly ConfigFile[],
  edits: readonly ConfigEdit[],
  opened: Opened,
): Applied | undefined {
  const changed: ConfigFile[] = [];
  const change = {
    kind: 'config' as const,
    edits,
    hunks: [] as ConfigChange['hunks'][number][],
    results: [] as EntityResult[],
  };
  for (const file of files) {
    const own = edits.filter((edit) => edit.file === file.name);
    const open = opened.get(file.name) ?? openFile(file.text);
    if (own.length > 0) opened.set(file.name, open);
    const splices = own.map((edit) => spliceOf(open, edit));
    if (splices.some((splice) => splice === undefined)) return undefined;
    const text = applySplices(file.text, splices as Splice[]);
    changed.push({ ...file, text });
    if (own.length === 0) continue;
    change.hunks.push(...hunksOf(file.name, file.text, splices as Splice[], masksOf(open, file.name)));
    change.results.push(...resultsOf(file.name, open, text, own));
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

/** Every edited entity once, as the edited text has it. Edits in front of it move its place. */
function resultsOf(name: string, open: OpenFile, text: string, edits: readonly ConfigEdit[]): EntityResult[] {
  const after = openFile(text);
  const masks = masksOf(after, name);
  const results: EntityResult[] = [];
  for (const edit of edits.filter((one, i) => edits.findIndex((other) => other.at === one.at) === i)) {
    const created = edits.filter((one) => one.op === 'create' && one.at === edit.at);
    for (const { entity, new: value } of created) {
      results.push({ entity, value: value as EntityResult['value'] });
    }
    if (created.length > 0) continue;
    const before = mapAt(open, edit.at)?.range?.[0] ?? edit.at;
    const shift = edits.reduce((sum, one) => sum + growth(open, one, before), 0);
    const map = mapAt(after, before + shift);
    if (map !== undefined) results.push({ entity: edit.entity, value: valueOf(map, masks, edits) });
  }
  return results;
}

function growth(open: OpenFile, edit: ConfigEdit, before: number): number {
  const splice = spliceOf(open, edit);
  return splice !== undefined && splice.to <= before ? splice.text.length - (splice.to - splice.from) : 0;
}

function valueOf(map: YAMLMap, masks: readonly Mask[], edits: readonly ConfigEdit[]): EntityResult['value'] {
  return Object.fromEntries(
    map.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', read(value, masks, edits)]),
  );
}

function read(node: unknown, masks: readonly Mask[], edits: readonly ConfigEdit[]): ConfigValue {
  if (isMap(node)) return valueOf(node, masks, edits);
  if (isSeq(node)) return node.items.map((item) => read(item, masks, edits));
  if (!isScalar(node)) return null;
  const mask = masks.find(({ from }) => from === node.range?.[0]);
  const value = node.value as ConfigValue;
  if (mask === undefined) return value;
  const written = edits.find(({ new: fresh }) => fresh instanceof Hidden && trueValue(fresh) === value)?.new;
  return written ?? new Hidden(String(value), mask.shown.slice(1, -1));
}
