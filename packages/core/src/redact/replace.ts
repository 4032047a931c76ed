import type { Finding } from './model.ts';

/** Findings in order, those that overlap or touch as one. */
export function merge(findings: readonly Finding[]): readonly Finding[] {
  const ordered = [...findings].sort((a, b) => a.from - b.from || b.to - a.to);
  const merged: Finding[] = [];
  for (const finding of ordered) {
    const last = merged.at(-1);
    if (last && finding.from <= last.to) merged[merged.length - 1] = { ...last, to: Math.max(last.to, finding.to) };
    else merged.push(finding);
  }
  return merged;
}

/** Puts each finding's mask in its place. */
export function replace(text: string, findings: readonly Finding[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, mask } of merge(findings)) {
    out += text.slice(at, from) + mask;
    at = to;
  }
  return out + text.slice(at);
}

/** The same in a text that is cut into parts: the mask goes to the part where the finding begins. */
export function replaceInParts(parts: readonly string[], findings: readonly Finding[]): readonly string[] {
  const merged = merge(findings);
  let start = 0;
  return parts.map((part) => {
    const end = start + part.length;
    let out = '';
    let at = start;
    for (const { from, to, mask } of merged) {
      if (to <= start || from >= end) continue;
      out += part.slice(at - start, Math.max(from, start) - start) + (from >= start ? mask : '');
      at = Math.min(to, end);
    }
    out += part.slice(at - start);
    start = end;
    return out;
  });
}
