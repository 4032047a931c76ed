import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problem } from '@why401/core';
import { decodeBytes } from '@why401/core/input';
import { type GateRequest, readRequestLine } from '@why401/kong/gate';
import { wireOfPaste } from '@why401/kong/wire';
import { fail } from '../failure.ts';
import { pastedFrom } from '../input/paste.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Session } from '../session.ts';

export interface Requests {
  readonly requests: readonly GateRequest[];
  /** Files and lines that hold none. */
  readonly problems: readonly Problem[];
}

/** @throws Failure `no-requests`, and what reading a file throws */
export async function readRequests(session: Session, name: string): Promise<Requests> {
  const requests: GateRequest[] = [];
  const problems: Problem[] = [];
  for (const file of filesOf(name)) {
    const source = await readNamedFile(session, file, { what: 'requests' });
    const shown = name === file ? source.name : basename(file);
    if (/\.(?:ndjson|jsonl)$/i.test(file) || isRecording(decodeBytes(source.bytes))) {
      for (const line of linesOf(decodeBytes(source.bytes), shown)) {
        const read = readRequestLine(line.text, line.name);
        if (read.ok) requests.push(read.request);
        else problems.push(read.problem);
      }
      continue;
    }
    const pasted = pastedFrom(source).paste.requests.filter(({ from }) => from !== 'headers');
    if (pasted.length === 0)
      problems.push({
        code: 'no-request',
        message: `${shown} holds no request with its target.`,
        hint: 'Give curl, HAR or raw HTTP.',
      });
    for (const [i, one] of pasted.entries())
      requests.push({ name: pasted.length > 1 ? `${shown}#${i + 1}` : shown, wire: wireOfPaste(one) });
  }
  if (requests.length === 0 && problems.length === 0) fail('no-requests', `${name} holds no request.`);
  return { requests, problems };
}

function filesOf(name: string): readonly string[] {
  if (name === '-' || !isDirectory(name)) return [name];
  const names = readdirSync(name, { withFileTypes: true });
  return names
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(name, entry.name))
    .sort();
}

function isDirectory(name: string): boolean {
  try {
    return statSync(name).isDirectory();
  } catch {
    return false;
  }
}

/** What was piped in says by its first line what it is. */
const isRecording = (text: string): boolean => /^\s*\{[^\n]*"(?:request|target)"\s*:[^\n]*\}\s*(?:\n|$)/.test(text);

const linesOf = (text: string, name: string): readonly { readonly text: string; readonly name: string }[] =>
  text
    .split('\n')
    .map((line, i) => ({ text: line, name: `${name}:${i + 1}` }))
    .filter((line) => line.text.trim() !== '');
