import { readPaste } from '@why401/core/input';
import { failureIn } from '../answer/index.ts';
import { isCsv } from '../entry/index.ts';
import { splitLines } from '../text/index.ts';
import { classify } from './classify.ts';

/**
 * What a file is, by its beginning.
 * `log`: lines of any logs of the chain, mixed or not; `json`: one JSON text over many lines that may hold entries.
 */
export type FileKind = 'empty' | 'answer' | 'config' | 'csv' | 'json' | 'log' | 'binary' | 'unknown';

/** So much of a file is looked at: characters, and lines. */
export const HEAD = 64 * 1024;
const LINES = 400;
/** Of the lines looked at, so many at least are one of the logs that are known. */
const SHARE = 0.2;
const CONTROL_SHARE = 0.1;

export function recogniseFile(text: string): FileKind {
  const head = text.slice(beginning(text), beginning(text) + HEAD);
  if (head.trim() === '') return 'empty';
  if (isCsv(head)) return 'csv';
  const lines = splitLines(head).slice(0, LINES);
  const logs = lines.filter((line) => classify(line.text) !== 'other');
  if (logs.length > 0 && logs.length >= lines.length * SHARE) return 'log';
  if (isAnswer(head) || failureIn(head) !== null) return 'answer';
  // A line in a grammar that is known is none by chance, whatever is around it.
  if (logs.length === 0 && controls(head) > head.length * CONTROL_SHARE) return 'binary';
  return logs.length > 0 ? 'log' : documentKind(text);
}

/** A file that was cut to nothing while its writer went on begins with NULs. */
function beginning(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 0) at++;
  return at;
}

const isAnswer = (head: string): boolean =>
  /^\s*HTTP\/[0-9](?:\.[0-9])? [0-9]{3}/.test(head) || /^(?:[<>] |\* )(?:[A-Z]+ \S+ HTTP\/|HTTP\/[0-9])/m.test(head);

function documentKind(text: string): FileKind {
  const { kind, responses, requests } = readPaste(text);
  if (kind === 'kong-config') return 'config';
  if (kind === 'har' || responses.length > 0) return 'answer';
  if (kind === 'request' && requests.length > 0) return 'answer';
  return /^\s*[[{]/.test(text) ? 'json' : 'unknown';
}

function controls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b) || code === 0xfffd) count++;
  }
  return count;
}
