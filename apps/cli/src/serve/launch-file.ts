import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeNewFile } from '../output/new-file.ts';

export interface LaunchFile {
  readonly path: string;
  remove(): void;
}

/**
 * A file that leads a browser to the address. Every user of the machine sees the arguments of a process, and the
 * browser keeps them; the file is its owner's alone (as Jupyter's `use_redirect_file`).
 * @throws Failure `output-failed`
 */
export function writeLaunchFile(address: string): LaunchFile {
  const folder = mkdtempSync(join(tmpdir(), 'why401-'));
  const path = join(folder, 'open.html');
  writeNewFile(path, pageTo(address), false);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** @param address of digits, letters, `-` and `_` besides its own marks: nothing in it has to be escaped */
const pageTo = (address: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>why401</title>
<p>Opening why401 …</p>
`;
