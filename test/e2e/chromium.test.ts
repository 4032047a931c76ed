import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium, type Machine } from '../../scripts/chromium.mjs';

const DEBIAN: Machine = { platform: 'linux', user: 0, release: 'PRETTY_NAME="Debian"\nID=debian\n' };
const MINT: Machine = { ...DEBIAN, release: 'ID=linuxmint\nID_LIKE="ubuntu debian"\n' };

describe.skipIf(process.platform === 'win32')('a browser for the tests', () => {
  let folder: string;
  let told: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-apt-'));
    told = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void told.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const program = (name: string, script: string) => writeFileSync(join(folder, name), script, { mode: 0o755 });
  /** Stands in for apt-get: writes down what it is asked, and installs a browser unless it fails. */
  const apt = (fails = '') =>
    program(
      'apt-get',
      `#!/bin/sh\necho "$@" >> ${folder}/asked\n${fails}\nif [ "$1" = install ]; then printf '#!/bin/sh\\n' > ${folder}/chromium; /bin/chmod +x ${folder}/chromium; fi\n`,
    );
  const asked = (): string[] =>
    existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n') : [];

  it.each([
    ['chromium', {}],
    ['chromium-browser', {}],
    ['google-chrome-stable', {}],
    ['my own', { CHROMIUM: 'my own' }],
  ])('is %s where it is there, and nothing is installed', (name, env: Record<string, string>) => {
    apt();
    program(name, '#!/bin/sh\n');
    const named = env['CHROMIUM'] === undefined ? {} : { CHROMIUM: join(folder, env['CHROMIUM']) };
    expect(ensureChromium({ PATH: folder, ...named }, DEBIAN)).toBe(join(folder, name));
    expect([asked(), told]).toEqual([[], []]);
  });

  it.each([
    ['Debian', DEBIAN],
    ['a relative of it', MINT],
  ])('is installed on %s, and one line says so', (_, machine) => {
    apt();
    expect(ensureChromium({ PATH: folder }, machine)).toBe(join(folder, 'chromium'));
    expect(asked()).toEqual(['update -qq', 'install -y -qq --no-install-recommends chromium']);
    expect(told).toEqual([expect.stringContaining('installing Debian’s chromium')]);
  });

  it('is installed although a list could not be had', () => {
    apt('if [ "$1" = update ]; then exit 100; fi');
    expect(ensureChromium({ PATH: folder }, DEBIAN)).toBe(join(folder, 'chromium'));
  });

  it('is missed aloud where the installation fails', () => {
    apt('if [ "$1" = install ]; then exit 100; fi');
    expect(ensureChromium({ PATH: folder }, DEBIAN)).toBeUndefined();
    expect(told).toEqual([expect.stringContaining('installing'), expect.stringContaining('apt-get failed')]);
  });

  it.each<[string, Record<string, string>, Machine]>([
    ['it is forbidden', { WHY401_NO_INSTALL: '1' }, DEBIAN],
    ['another one was named, which is not there', { CHROMIUM: '/nowhere/chromium' }, DEBIAN],
    ['nobody is root', {}, { ...DEBIAN, user: 1000 }],
    ['the system is another one', {}, { ...DEBIAN, release: 'ID=fedora\n' }],
    ['the system is no Linux', {}, { ...DEBIAN, platform: 'darwin' }],
  ])('is not installed where %s', (_, env, machine) => {
    apt();
    expect(ensureChromium({ PATH: folder, ...env }, machine)).toBeUndefined();
    expect([asked(), told]).toEqual([[], []]);
    expect(findChromium({ PATH: folder, ...env })).toBeUndefined();
  });
});
