// `npm run bench`: speed as ratios against a peer in the same run. `npm run bench -- tokens` for one group.
import { print } from '../bench/table.mjs';

const GROUPS = {
  tokens: async () => (await import('../bench/tokens.mjs')).tokenRows(),
  replay: async () => (await import('../bench/replay.mjs')).replayRows(),
  startup: async () => (await import('../bench/startup.mjs')).startupRows(),
};

const wanted = process.argv.slice(2);
const rows = [];
for (const [name, measure] of Object.entries(GROUPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await measure()));
}
process.exitCode = print(rows) ? 0 : 1;
