import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeNewFile } from './new-file.ts';

const posix = process.platform !== 'win32';
const problem = (code: string) => expect.objectContaining({ problems: [expect.objectContaining({ code })] });

describe('a file for others', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-'));
    file = join(folder, 'report.md');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is new, and its owner’s alone', () => {
    writeNewFile(file, 'new ✓', false);
    expect(readFileSync(file, 'utf8')).toBe('new ✓');
    if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('does not replace another', () => {
    writeFileSync(file, 'old');
    expect(() => writeNewFile(file, 'new', false)).toThrow(problem('file-exists'));
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it('replaces another by force, and leaves nothing behind', () => {
    writeFileSync(file, 'old', { mode: 0o644 });
    writeNewFile(file, 'new', true);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['report.md']);
    if (posix) expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.runIf(posix).each([false, true])('follows no symbolic link (force %s)', (force) => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'old');
    symlinkSync(victim, file);
    if (force) writeNewFile(file, 'new', force);
    else expect(() => writeNewFile(file, 'new', force)).toThrow(problem('file-exists'));
    expect(readFileSync(victim, 'utf8')).toBe('old');
    expect(lstatSync(file).isSymbolicLink()).toBe(!force);
  });

  it.runIf(posix)('follows no dangling symbolic link', () => {
    symlinkSync(join(folder, 'elsewhere'), file);
    expect(() => writeNewFile(file, 'new', false)).toThrow(problem('file-exists'));
    expect(readdirSync(folder)).toEqual(['report.md']);
  });

  it('that cannot be made is told', () => {
    expect(() => writeNewFile(join(folder, 'nowhere', 'x.md'), 'new', false)).toThrow(problem('output-failed'));
  });

  it.runIf(process.platform === 'linux')('leaves no part behind where it cannot take the name', () => {
    expect(() => writeNewFile(folder, 'new', true)).toThrow(problem('output-failed'));
    expect(readdirSync(join(folder, '..')).filter((name) => name.includes('.part'))).toEqual([]);
  });
});
