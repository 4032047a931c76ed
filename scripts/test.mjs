// Runs every check, the fast ones first, and closes with `N passed, N failed, N skipped`.
// `--check` is the same without the set-up that `npm cit` did before.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ensureChromium } from './chromium.mjs';

const scratch = '.why401';
const totals = { passed: 0, failed: 0, skipped: 0 };
const notes = [];

rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });

/** A stage that counts tests only when it fails: build, types, lint. */
function stage(name, command, args) {
  console.log(`\n== ${name}`);
  const { status } = run(command, args);
  if (status === 0) return true;
  totals.failed += 1;
  notes.push(`${name} failed`);
  return false;
}

/** A vitest project; its JSON report gives the counts. */
function tests(project) {
  console.log(`\n== ${project} tests`);
  const report = `${scratch}/${project}.json`;
  const { status } = run('vitest', [
    ...['run', '--project', project, '--passWithNoTests'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]);
  if (!existsSync(report)) {
    totals.failed += 1;
    notes.push(`${project} tests did not run`);
    return;
  }
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  totals.passed += counts.numPassedTests;
  totals.failed += counts.numFailedTests;
  totals.skipped += counts.numPendingTests + counts.numTodoTests;
  console.log(
    `${project}: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`,
  );
  if (status !== 0 && counts.numFailedTests === 0) {
    totals.failed += 1;
    notes.push(`${project} tests ended with an error outside a test`);
  }
}

/** They skip themselves, and are counted, where no browser is to be had; with `CI=true` that is a failure. */
function browserTests() {
  const chromium = ensureChromium();
  if (chromium !== undefined) process.env.CHROMIUM = chromium;
  else notes.push('no browser was found: the tests of the page were skipped (CHROMIUM names one)');
  tests('browser');
}

function run(command, args) {
  return spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...quiet },
  });
}

const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: process.env.FORCE_COLOR ?? '0' };

stage('supply chain', process.execPath, ['scripts/check-supply.mjs']);
stage('lint', 'biome', ['check', '.', '--diagnostic-level=warn', '--error-on-warnings']);
const built = stage('build', 'turbo', ['run', 'build', '--output-logs=errors-only', '--no-daemon']);
stage('types', 'tsc', ['-p', 'tsconfig.test.json']);
tests('unit');
tests('conformance');
if (built) tests('e2e');
if (built) browserTests();

if (process.env.WHY401_TESTDATA === undefined)
  notes.push('WHY401_TESTDATA is not set: the tests over third-party files were skipped');
for (const note of notes) console.log(`note: ${note}`);
const line = `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`;
writeFileSync(`${scratch}/totals.json`, JSON.stringify(totals));
console.log(`\n${line}`);
process.exitCode = totals.failed === 0 ? 0 : 1;
