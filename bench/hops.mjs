// Rows about logs of any size: speed of the search against ripgrep with the same literals, and memory by size.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRY_SIGNATURES, ERROR_LOG_SIGNATURES, SIGNATURES, scanFailures } from '@why401/hops/read';
import { row } from './table.mjs';

const ROOT = join(import.meta.dirname, '..');
const VECTORS = join(ROOT, 'test', 'conformance', 'vectors');
const MB = 1_000_000;
const SMALL = 256 * MB;
const LARGE = 1024 * MB;
const PIECE = 1 << 20;
/** One line of so many tells of a failure. */
const EACH = 20;
const ROUNDS = 5;

const recorded = ['01', '02', '03'].flatMap((part) =>
  readFileSync(join(VECTORS, `hops-dev-${part}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).seen),
);

/** An error.log at level notice: what a plugin says of its queue, and in between recorded failures. */
function errorLines() {
  const failures = recorded.flatMap(({ kongErrorLog }) => kongErrorLog).filter((line) => line.includes(' [error] '));
  const quiet = (i) =>
    `2026/11/24 20:${String(i % 60).padStart(2, '0')}:00 [notice] 15732#15732: *${i} [kong] queue.lua:310 [datadog] handler processed ${i} entries successfully, client: 127.50.242.${i % 250}, server: kong, request: "GET /flights/hr/${i} HTTP/1.1", host: "vital.internal", request_id: "e19a2a3278429b53071c9a38d2${String(i).padStart(6, '0')}"`;
  return mixed(failures, quiet);
}

function entries() {
  const all = recorded.flatMap(({ kongJson }) => (kongJson === null ? [] : [kongJson]));
  const text = (one) => JSON.stringify(one);
  const well = all.filter(({ response }) => response.status >= 100 && response.status < 400).map(text);
  return mixed(all.filter(({ response }) => response.status >= 400).map(text), (i) => well[i % well.length]);
}

const mixed = (failures, quiet) =>
  Buffer.from(
    Array.from({ length: 20 * EACH * 50 }, (_, i) =>
      i % EACH === 0 ? failures[(i / EACH) % failures.length] : quiet(i),
    )
      .map((line) => `${line}\n`)
      .join(''),
    'latin1',
  );

/** The block over and over; each time its requests have other ids, and its failures another minute. */
function makeLog(path, block, size) {
  const marks = [...block.toString('latin1').matchAll(/(?<=[" ])[0-9a-f]{32}(?=")/g)].map(({ index }) => index);
  const minutes = [...block.toString('latin1').matchAll(/(?<=^2026\/11\/24 \d\d:)\d\d(?=:\d\d \[error)/gm)].map(
    ({ index }) => index,
  );
  const file = openSync(path, 'w');
  for (let written = 0, times = 0; written < size; written += block.length, times++) {
    for (const at of marks) block.write(times.toString(16).padStart(8, '0'), at, 'latin1');
    for (const at of minutes) block.write(String(times % 60).padStart(2, '0'), at, 'latin1');
    writeSync(file, block);
  }
  closeSync(file);
}

function search(path, signatures) {
  const scanner = scanFailures(path, signatures);
  const file = openSync(path, 'r');
  const piece = new Uint8Array(PIECE);
  const start = process.hrtime.bigint();
  for (;;) {
    const count = readSync(file, piece, 0, PIECE, null);
    if (count === 0) break;
    scanner.push(count === PIECE ? piece : piece.subarray(0, count));
  }
  scanner.end();
  const time = Number(process.hrtime.bigint() - start);
  closeSync(file);
  if (scanner.failures().newest.length === 0) throw new Error('nothing was found');
  return time;
}

function ripgrep(path, patterns) {
  const start = process.hrtime.bigint();
  const { status, error } = spawnSync('rg', ['--threads', '1', '--text', '-F', '-f', patterns, path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined || status !== 0) return undefined;
  return Number(process.hrtime.bigint() - start);
}

/** The best round of each, taken in turn. */
function compared(what, path, signatures, folder) {
  const patterns = join(folder, 'signatures');
  const file = openSync(patterns, 'w');
  writeSync(file, `${signatures.join('\n')}\n`);
  closeSync(file);
  if (ripgrep(path, patterns) === undefined) {
    console.log(`skip ${what}: ripgrep is not there (Debian: apt-get install ripgrep)`);
    return [];
  }
  const ours = [];
  const theirs = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(search(path, signatures));
    theirs.push(ripgrep(path, patterns));
  }
  const [mine, other] = [Math.min(...ours), Math.min(...theirs)];
  const speed = (time) => `${Math.round(SMALL / MB / (time / 1e9))} MB/s`;
  return [row(what, other / mine, '≥ 0.25', { atLeast: 0.25 }, `${speed(mine)}, ripgrep ${speed(other)}`)];
}

/** Peak memory of the program, in megabytes: `VmHWM`, which a child does not inherit. */
function peakOf(path) {
  const main = join(ROOT, 'apps', 'cli', 'dist', 'main.cjs');
  const script = `process.on('exit', () => require('fs').writeSync(2, '\\npeak ' + /VmHWM:\\s+(\\d+)/.exec(require('fs').readFileSync('/proc/self/status', 'utf8'))[1]));
process.argv.splice(1, 0, ${JSON.stringify(main)}); require(${JSON.stringify(main)});`;
  const { stderr, stdout } = spawnSync(process.execPath, ['-e', script, '--', 'who', path, '--json'], {
    encoding: 'utf8',
  });
  const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024;
  if (Number.isNaN(peak) || JSON.parse(stdout).hop === null) throw new Error(stderr);
  return peak;
}

function memory(what, name, block, folder) {
  const [small, large] = [join(folder, `small-${name}`), join(folder, `large-${name}`)];
  makeLog(small, block, SMALL);
  makeLog(large, block, LARGE);
  const [one, four] = [peakOf(small), peakOf(large)];
  rmSync(small);
  rmSync(large);
  return row(what, four / one, '≤ 1.10', { atMost: 1.1 }, `${Math.round(one)} MB and ${Math.round(four)} MB`);
}

export function hopRows() {
  const folder = mkdtempSync(join(tmpdir(), 'why401-bench-'));
  try {
    const [errors, json] = [errorLines(), entries()];
    const [errorLog, jsonLog, bothLog] = ['error.log', 'kong.json', 'container.log'].map((name) => join(folder, name));
    makeLog(errorLog, errors, SMALL);
    makeLog(jsonLog, json, SMALL);
    makeLog(bothLog, Buffer.concat([errors, json]), SMALL);
    const speed = [
      ...compared('error.log', errorLog, ERROR_LOG_SIGNATURES, folder),
      ...compared('JSON entries', jsonLog, ENTRY_SIGNATURES, folder),
      ...compared('both in one log', bothLog, SIGNATURES, folder),
    ];
    rmSync(errorLog);
    rmSync(jsonLog);
    rmSync(bothLog);
    return [
      ...speed,
      memory('peak memory of who, error.log of 1 GB to 256 MB', 'error.log', errors, folder),
      memory('peak memory of who, JSON entries of 1 GB to 256 MB', 'kong.json', json, folder),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
