// Rows about the simulator: recorded HS256 cases of the jwt plugin, each configuration parsed once.
import { readdirSync, readFileSync } from 'node:fs';
import { loadGateway } from '@why401/kong/config';
import { createReplayer } from '@why401/kong/replay';
import { createCrypto } from '@why401/node/crypto';
import { row } from './table.mjs';

const FOLDER = 'test/conformance/vectors';

export function replayRows() {
  const crypto = createCrypto();
  const ports = { crypto, clock: { now: () => 0 } };
  const lines = readdirSync(FOLDER)
    .filter((name) => /^jwt-dev-.*\.ndjson$/.test(name))
    .flatMap((name) => readFileSync(`${FOLDER}/${name}`, 'utf8').trimEnd().split('\n'))
    .filter((line) => JSON.parse(line).note.includes('HS256'));
  const { line } = createReplayer({
    ports,
    loadConfig: (path, options) => {
      const loaded = loadGateway([{ name: path, text: readFileSync(`${FOLDER}/${path}`, 'utf8') }], options, ports);
      return loaded.ok ? { kind: 'gateway', gateway: loaded.gateway } : { kind: 'refused', problems: loaded.problems };
    },
  });
  for (let i = 0; i < 20; i += 1) for (const text of lines) line(text);
  const rates = Array.from({ length: 9 }, () => {
    const start = process.hrtime.bigint();
    for (const text of lines) JSON.stringify(line(text));
    return (lines.length * 1e9) / Number(process.hrtime.bigint() - start);
  });
  const rate = rates.sort((a, b) => a - b)[4];
  return [
    row('replay of HS256 cases, a second on one core', rate, '≥ 5,000', { atLeast: 5000 }, `${lines.length} cases`),
  ];
}
