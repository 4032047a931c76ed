import { type Files, type NamedBytes, NO_FILES } from './desk/model.ts';
import { LIMITS } from './limits.ts';

export type FileKind = keyof Files;

/** What was uploaded: in memory only, until Clear, the end, or a long silence. */
export interface Memory {
  /** Another number after each change. */
  readonly generation: number;
  /** How often everything was forgotten: what began before must not come back. */
  readonly clears: number;
  files(): Files;
  /** Bytes that a file of this name may have, beside the others. */
  room(kind: FileKind, name: string): number;
  /** The same name replaces. @returns takes it back; undefined where there is no room */
  put(kind: FileKind, file: NamedBytes): (() => void) | undefined;
  clear(): void;
  /** Somebody is there: the silence begins anew. */
  touch(): void;
  close(): void;
}

/** @param onClear what else has to forget */
export function createMemory(idleMs: number, onClear: () => void): Memory {
  const kinds = Object.keys(NO_FILES) as readonly FileKind[];
  const kept = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<FileKind, Map<string, NamedBytes>>;
  let generation = 0;
  let clears = 0;
  let timer: NodeJS.Timeout | undefined;
  const room: Memory['room'] = (kind, name) => {
    const others = [...kept[kind].values()].filter((file) => file.name !== name);
    if (others.length >= LIMITS.files) return 0;
    return LIMITS[kind] - others.reduce((sum, { bytes }) => sum + bytes.length, 0);
  };
  const clear = (): void => {
    for (const kind of kinds) kept[kind].clear();
    generation++;
    clears++;
    onClear();
  };
  return {
    get generation() {
      return generation;
    },
    get clears() {
      return clears;
    },
    files: () => Object.fromEntries(kinds.map((kind) => [kind, [...kept[kind].values()]])) as unknown as Files,
    room,
    put: (kind, file) => {
      if (file.bytes.length > room(kind, file.name)) return undefined;
      const before = kept[kind].get(file.name);
      kept[kind].set(file.name, file);
      generation++;
      return () => {
        if (kept[kind].get(file.name) !== file) return;
        if (before === undefined) kept[kind].delete(file.name);
        else kept[kind].set(file.name, before);
        generation++;
      };
    },
    clear,
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(clear, idleMs).unref();
    },
    close: () => {
      clearTimeout(timer);
      clear();
    },
  };
}
