// The lockfile is the list of what we trust: every entry hashed, no install scripts in production,
// permissive licences, few packages.
import { readFileSync } from 'node:fs';

const PERMISSIVE = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/;
const MOST_PRODUCTION_PACKAGES = 80;

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const entries = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link);
const production = entries.filter(([, entry]) => !entry.dev && !entry.devOptional && !entry.optional);

const complaints = [
  ...entries.filter(([, e]) => !e.integrity).map(([path]) => `${path}: no integrity hash`),
  ...entries.filter(([, e]) => e.resolved !== undefined).map(([path]) => `${path}: names a registry's host`),
  ...production.filter(([, e]) => e.hasInstallScript).map(([path]) => `${path}: has an install script`),
  ...production
    .filter(([, e]) => !PERMISSIVE.test(e.license ?? ''))
    .map(([path, e]) => `${path}: licence ${e.license}`),
  ...(production.length > MOST_PRODUCTION_PACKAGES ? [`${production.length} production packages`] : []),
];

for (const complaint of complaints) console.error(complaint);
console.log(
  `supply chain: ${entries.length} packages, ${production.length} in production, ${complaints.length} complaints`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
