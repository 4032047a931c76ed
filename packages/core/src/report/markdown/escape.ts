import { sanitise } from '../safe/sanitise.ts';

const SYNTAX = /[\\`*_[\]<>#|~!&@$]|:(?=\/\/)|(?<=www)\./gi;

/** Text that is only text: no emphasis, no HTML, no link made of an address. */
export const markdown = (text: string): string => sanitise(text).replace(SYNTAX, (letter) => `\\${letter}`);

/** What would begin a list, a heading underline or an indented block there (CommonMark §4.3, §4.4, §5.2). */
export const atLineStart = (escaped: string): string =>
  escaped
    .trimStart()
    .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) =>
      /^\d/.test(start) ? `${start.slice(0, -1)}&#${start.charCodeAt(start.length - 1)};` : `\\${start}`,
    );

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Code span whose fence is longer than any run of backticks inside (CommonMark §6.1). */
export function codeSpan(text: string): string {
  const safe = sanitise(text);
  if (safe === '') return '';
  const fence = '`'.repeat(longestRun(safe) + 1);
  const pad =
    safe.startsWith('`') || safe.endsWith('`') || (safe.startsWith(' ') && safe.endsWith(' ') && safe.trim() !== '')
      ? ' '
      : '';
  return `${fence}${pad}${safe}${pad}${fence}`;
}

/** In a table a pipe ends the cell, in a code span too (GFM §4.10). */
export const inTable = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\\\\|', '\\|');

/** Fenced code whose fence no line inside can close; lines are sanitised by the caller or hold no outside text. */
export function fenced(language: string, lines: readonly string[]): string {
  const safe = lines.map(sanitise);
  const fence = '`'.repeat(Math.max(3, ...safe.map((line) => longestRun(line) + 1)));
  return `${fence}${language}\n${safe.join('\n')}\n${fence}`;
}
