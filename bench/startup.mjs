// Rows about a whole process: what a command costs before it does anything.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintKey, mintToken, NOW_SECONDS } from '@why401/testkit';
import { paired } from './paired.mjs';
import { row } from './table.mjs';

/** Further certificates slow every start alike and would flatter the ratio. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

const CLI = 'apps/cli/dist/main.cjs';

export function startupRows() {
  const folder = mkdtempSync(join(tmpdir(), 'why401-bench-'));
  try {
    const key = mintKey('RS256', { kid: 'bench-1' });
    const claims = { iss: 'https://issuer.example', exp: NOW_SECONDS + 600 };
    writeFileSync(join(folder, 'token.txt'), mintToken({ header: { alg: 'RS256', kid: 'bench-1' }, claims, key }));
    writeFileSync(join(folder, 'key.pem'), key.publicPem);
    const run = (args) => () => {
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
      if (status !== 0) throw new Error(`${args.slice(0, 3).join(' ')} ended with ${status}: ${stderr}`);
    };
    const token = `@${join(folder, 'token.txt')}`;
    const now = ['--now', String(NOW_SECONDS)];
    const measured = [
      ['decode', 1.3, [CLI, 'decode', token, ...now]],
      ['verify', 1.45, [CLI, 'verify', token, '--key', join(folder, 'key.pem'), ...now]],
    ];
    return measured.map(([name, limit, args]) => {
      const { ratio } = paired({ peer: run(['-e', '0']), ours: run(args), rounds: 21, perRound: 2 });
      return row(`start of ${name} / node -e 0`, ratio, `≤ ${limit}`, { atMost: limit });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
