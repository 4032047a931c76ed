import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { fail } from '../failure.ts';

/**
 * Writes a file that only its owner may read. An existing one is left alone unless `force`; then
 * the new one takes its name at the end, so that a symbolic link is replaced and never followed.
 * @throws Failure `file-exists`, `output-failed`
 */
export function writeNewFile(path: string, text: string, force: boolean): void {
  const target = force ? `${path}.${randomBytes(6).toString('hex')}.part` : path;
  const file = attempt(path, () => openSync(target, 'wx', 0o600));
  try {
    try {
      attempt(path, () => writeAll(file, new TextEncoder().encode(text)));
    } finally {
      closeSync(file);
    }
    if (force) attempt(path, () => renameSync(target, path));
  } catch (error) {
    unlinkSync(target);
    throw error;
  }
}

/** @throws Failure `file-exists` */
export function refuseExisting(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return exists(path);
}

const exists = (path: string): never =>
  fail('file-exists', `${path} exists.`, 'Give another name, or --force to replace it.');

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    if (code === 'EEXIST')
      return fail('file-exists', `${path} exists.`, 'Give another name, or --force to replace it.');
    return fail('output-failed', `${path} could not be written (${code}).`);
  }
}
