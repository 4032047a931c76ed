// Makes the pictures of the README from the output of the built command line on the shipped examples.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { terminalSvg } from './terminal-svg.mjs';

const { now, examples } = JSON.parse(readFileSync('examples/index.json', 'utf8'));
mkdirSync('docs/pictures', { recursive: true });

/** Which examples are shown, and the names of their pictures. */
const PICTURES = [
  [0, 'issuer-slash'],
  [2, 'expired-but-accepted'],
];

for (const [at, name] of PICTURES) {
  const { title, args } = examples[at];
  const options = ['--now', String(now), '--color', 'always', '--width', '100'];
  const { stdout } = spawnSync(process.execPath, ['apps/cli/dist/main.cjs', ...args, ...options], { encoding: 'utf8' });
  writeFileSync(`docs/pictures/${name}.svg`, terminalSvg(`$ why401 ${args.join(' ')}\n\n${stdout}`, title));
  console.log(`docs/pictures/${name}.svg`);
}
