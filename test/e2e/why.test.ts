import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ADVICE } from '@why401/hops/tables/advice';
import { describe, expect, it } from 'vitest';
import { root, why401 } from './why401.ts';

const run = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await why401(['why', ...args, '--width', '100']);
  return `$ why401 why ${args.map((one) => JSON.stringify(one)).join(' ')}\nexit ${code}\n${stdout}${stderr}`;
};

describe('why', () => {
  it('answers each piece of advice where it is repeated', async () => {
    const outputs: string[] = [];
    for (const { says } of ADVICE) outputs.push(await run(says));
    await expect(outputs.join('\n')).toMatchFileSnapshot(join('golden', 'why-advice.txt'));
  });

  it.each<readonly [name: string, args: readonly string[]]>([
    ['credentials', ["No credentials found for given 'kid'"]],
    ['closed', ['upstream prematurely closed connection while reading response header from upstream']],
    ['near', ['Invalid sigature']],
    ['rule', ['issuer-mismatch']],
    ['cause', ['keepalive-race']],
    ['nothing', ['xyzzy']],
  ])('%s', async (name, args) => {
    await expect(await run(...args)).toMatchFileSnapshot(join('golden', `why-${name}.txt`));
  });

  it('has the page of every rule beside the program', async () => {
    const rules = readdirSync(join(root, 'docs/rules')).filter((file) => file.endsWith('.md'));
    expect(readdirSync(join(root, 'apps/cli/dist/rules')).sort()).toEqual(rules.sort());
  });
});
