// Finds a Chromium for the browser tests and the pictures: CHROMIUM, else the system's, else Debian's package.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Flags that keep it from doing anything but what it is told. */
export const CHROMIUM_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a browser that is there already; undefined where there is none. */
export function findChromium(env = process.env) {
  const named = env.CHROMIUM;
  if (named !== undefined && named !== '') return isProgram(named) ? named : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
}

/** The same, and brings Debian's package where nobody forbids it; one line says so. */
export function ensureChromium(env = process.env) {
  const found = findChromium(env);
  if (found !== undefined || !mayInstall(env)) return found;
  console.log('no browser was found: installing Debian’s chromium for the tests (WHY401_NO_INSTALL=1 forbids it)');
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: 'ignore', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  return findChromium(env);
}

function mayInstall(env) {
  if (env.WHY401_NO_INSTALL === '1' || process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
