import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintToken, secretKey } from '@why401/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment, cli, runtime, why401 } from './why401.ts';

const ENTER = '\x1b[?1049h\x1b[?25l';
const LEAVE = '\x1b[?25h\x1b[?1049l';
const NOW = Date.parse('2026-03-01T14:10:00Z') / 1000;

/** util-linux' `script` gives a program a terminal of its own. */
const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

describe('why401 timeline', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why401-timeline-'));
    const key = secretKey('HS256', 'a1', 'a secret of the tests');
    const mint = (iat: number, exp: number): string => mintToken({ key, claims: { iss: 'i', sub: 'u', iat, exp } });
    writeFileSync(path('a.jwt'), mint(NOW - 600, NOW + 600));
    writeFileSync(path('b.jwt'), mint(NOW - 300, NOW + 900));
    writeFileSync(path('soon.jwt'), mint(NOW - 600, NOW + 2));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('answers which token is valid, and writes the picture', async () => {
    const args = ['timeline', 'a.jwt', 'b.jwt', '--now', String(NOW), '--svg', 'life.svg', '--ascii'];
    const { code, stdout, stderr } = await why401(args, { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'a.jwt is valid now (14:10): 10 min left, until 14:20:00Z. A newer token (b.jwt) does not end an older one.',
    );
    expect(readFileSync(path('life.svg'), 'utf8')).toContain('a.jwt is valid now (14:10)');
  });

  describe.skipIf(!hasScript)('--watch', () => {
    /** Types Ctrl-C after so many milliseconds. */
    const watched = (file: string, ms: number): Promise<{ code: number | null; screen: string }> =>
      new Promise((resolve) => {
        const command = `'${runtime}' '${cli}' timeline '${path(file)}' --watch --now ${NOW} --color never --width 100`;
        const env = { ...bareEnvironment(), TERM: 'xterm', LANG: 'C.UTF-8' };
        const child = spawn('script', ['-qec', command, '/dev/null'], { env });
        let screen = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          if (screen === '') setTimeout(() => child.stdin.write('\x03'), ms);
          screen += text;
        });
        child.on('close', (code) => resolve({ code, screen }));
      });

    it('redraws, rings when the token ends, and leaves the terminal whole at Ctrl-C', async () => {
      const { code, screen } = await watched('soon.jwt', 4_000);
      expect(code).toBe(130);
      expect(screen.startsWith(ENTER)).toBe(true);
      const after = screen.slice(screen.lastIndexOf(LEAVE) + LEAVE.length);
      expect(screen).toContain(LEAVE);
      expect(after.replace(/\^C|\s/g, '')).toBe('');
      expect(screen.split('\x1b[H').length - 1).toBeGreaterThanOrEqual(4);
      expect(screen.split('\x07').length - 1).toBe(1);
      expect(screen.indexOf('is valid now')).toBeLessThan(screen.indexOf('is expired now'));
    });

    it('does not ring while nothing ends', async () => {
      const { code, screen } = await watched('a.jwt', 1_500);
      expect(code).toBe(130);
      expect(screen).not.toContain('\x07');
    });
  });
});
