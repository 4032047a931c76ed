// `npm run bench`: speed as ratios against a peer in the same run. `npm run bench -- tokens` for one group.
// Each group runs in a process of its own, so that none warms or spoils the machine code of another.
import { spawnSync } from 'node:child_process';
import { print } from '../bench/table.mjs';

const GROUPS = {
  decode: async () => (await import('../bench/tokens.mjs')).decodeRows(),
  tokens: async () => (await import('../bench/tokens.mjs')).tokenRows(),
  issuer: async () => (await import('../bench/issuer.mjs')).issuerRows(),
  replay: async () => (await import('../bench/replay.mjs')).replayRows(),
  loading: async () => (await import('../bench/loading.mjs')).loadingRows(),
  router: async () => (await import('../bench/router.mjs')).routerRows(),
  server: async () => (await import('../bench/server.mjs')).serverRows(),
  page: async () => (await import('../bench/page.mjs')).pageRows(),
  hops: async () => (await import('../bench/hops.mjs')).hopRows(),
  startup: async () => (await import('../bench/startup.mjs')).startupRows(),
};

const wanted = process.argv.slice(2);
if (wanted.length === 1) {
  console.error(`measuring ${wanted[0]} …`);
  process.exitCode = print(await GROUPS[wanted[0]]()) ? 0 : 1;
} else {
  const groups = wanted.length > 0 ? wanted : Object.keys(GROUPS);
  const results = groups.map((group) => spawnSync(process.execPath, [process.argv[1], group], { stdio: 'inherit' }));
  process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
}
