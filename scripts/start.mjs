// `npm start`: builds what is missing, then shows the main job on the examples that ship with the project.
// Always ends with 0: the examples are meant to be rejected.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const CLI = 'apps/cli/dist/main.cjs';
if (!existsSync(CLI)) {
  console.error('Building (once) …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('The build failed: see above, then run npm run build.');
    process.exit(0);
  }
}

const { now, examples } = JSON.parse(readFileSync('examples/index.json', 'utf8'));
for (const { title, args } of examples) {
  const shown = `why401 ${args.join(' ')}`;
  console.log(`\n${'─'.repeat(96)}\n${title}\n$ ${shown}\n`);
  spawnSync(process.execPath, [CLI, ...args, '--now', String(now)], { stdio: ['ignore', 'inherit', 'inherit'] });
}
console.log(`\nYour own: why401 explain --config kong.yaml --request req.txt   (here: node ${CLI} explain …)`);
