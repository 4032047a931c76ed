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

/** An installation that hangs must not hold up every test. */
const PATIENCE_MS = 10 * 60_000;

/** The same, and brings Debian's package where nobody forbids it; one line says so, and one where that failed. */
export function ensureChromium(env = process.env, machine = thisMachine()) {
  const found = findChromium(env);
  if (found !== undefined || !mayInstall(env, machine)) return found;
  console.log('no browser was found: installing Debian’s chromium for the tests (WHY401_NO_INSTALL=1 forbids it)');
  const quiet = { stdio: 'ignore', timeout: PATIENCE_MS, env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args) => spawnSync('apt-get', args, quiet).status === 0;
  // A list that cannot be had, of somebody else's packages, need not be in the way.
  apt('update', '-qq');
  const done = apt('install', '-y', '-qq', '--no-install-recommends', 'chromium');
  const installed = findChromium(env);
  if (installed === undefined) console.log(`it is not there: apt-get ${done ? 'installed no browser' : 'failed'}`);
  return installed;
}

/** A browser that was named and is not there is a mistake of who named it; another one would not be used. */
function mayInstall({ CHROMIUM = '', WHY401_NO_INSTALL }, { platform, user, release }) {
  if (CHROMIUM !== '' || WHY401_NO_INSTALL === '1' || platform !== 'linux' || user !== 0) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

function thisMachine() {
  return { platform: process.platform, user: process.getuid?.(), release: releaseOf() };
}

function releaseOf() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
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
