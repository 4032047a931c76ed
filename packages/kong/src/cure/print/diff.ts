import type { Change, Hunk, HunkLine } from '../model.ts';

/** A unified diff; for what is no file, the lines that are sent. Secrets are placeholders, so it is for reading. */
export function asDiff(change: Change): readonly string[] {
  if (change.kind === 'config') return filesOf(change.hunks).flatMap(([file, hunks]) => fileDiff(file, hunks));
  const side = (sign: string, value: string | undefined) => (value === undefined ? [] : [sign + sent(change, value)]);
  return [...side('-', change.old), ...side('+', change.new)];
}

/** A value as it stands in a request, a token or beside the gateway's name. */
function sent(change: Exclude<Change, { kind: 'config' }>, value: string): string {
  if (change.kind === 'version') return `Kong ${value}`;
  if (change.kind === 'request' && change.part === 'cookie') return `Cookie: ${change.name}=${value}`;
  if (change.kind === 'request' && change.part === 'query') return `?${change.name}${value === '' ? '' : `=${value}`}`;
  return `${change.name}: ${value}`;
}

function filesOf(hunks: readonly Hunk[]): [string, Hunk[]][] {
  const files = new Map<string, Hunk[]>();
  for (const hunk of hunks) files.set(hunk.file, [...(files.get(hunk.file) ?? []), hunk]);
  return [...files];
}

function fileDiff(file: string, hunks: readonly Hunk[]): string[] {
  let shift = 0;
  const lines = hunks.flatMap((hunk) => {
    const [before, after] = [count(hunk.lines, '+'), count(hunk.lines, '-')];
    const start = startOf(hunk.lines, shift);
    shift += after - before;
    return [`@@ -${start.before},${before} +${start.after},${after} @@`, ...hunk.lines.map((l) => l.sign + l.text)];
  });
  return [`--- ${file}`, `+++ ${file}`, ...lines];
}

const count = (lines: readonly HunkLine[], without: '+' | '-') => lines.filter((line) => line.sign !== without).length;

function startOf(lines: readonly HunkLine[], shift: number): { before: number; after: number } {
  const old = lines.find((line) => line.sign !== '+');
  const before = old?.number ?? (lines[0]?.number ?? 1) - shift - 1;
  return { before, after: before + shift + (old === undefined ? 1 : 0) };
}
