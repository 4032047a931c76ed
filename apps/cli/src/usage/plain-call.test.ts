import { describe, expect, it } from 'vitest';
import type { Call } from '../run.ts';
import { readPlainCall } from './plain-call.ts';
import { createProgram } from './program.ts';
import { nameOf, takesValue } from './spec.ts';
import { verbs } from './verbs.ts';

const shown = ({ command, args, options }: Call<never>) => ({ command, args, options });

async function byCommander(argv: readonly string[]) {
  let read: unknown;
  const program = createProgram(async (call) => {
    read = shown(call);
  }).configureOutput({ writeOut: () => {}, writeErr: () => {} });
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch {
    return undefined;
  }
  return read;
}

const byHand = (argv: readonly string[]) => {
  const call = readPlainCall(argv, verbs);
  return call && shown(call);
};

/** Every option of every verb, with a value that it takes. */
const everyOption = verbs
  .filter(({ isDefault }) => !isDefault)
  .flatMap(({ name, arguments: taken, options }) =>
    options.map((option) => {
      const values = takesValue(option) ? [option.choices?.[0] ?? 'value'] : [];
      const args = taken.filter(({ flags }) => flags.startsWith('<')).map(({ choices }) => choices?.[0] ?? 'word');
      return [name, ...args, nameOf(option.flags), ...values];
    }),
  );

describe('a plain call is read as commander reads it', () => {
  it.each([
    ['decode'],
    ['decode', 'token.txt'],
    ['decode', '-'],
    ['decode', '--json', 'token.txt'],
    ['decode', 'token.txt', '--tz', 'Europe/Berlin', '--color', 'never', '--fail-on', 'info'],
    ['decode', '--now', '1', '--now', '2'],
    ['verify', 't', '--key', 'a', '--key', 'b'],
    ['verify', '--key', '-', 't'],
    ['explain', '--config', 'a.yaml', '--config', 'b.yaml', '--curl', 'curl x -H "A: b"'],
    ['diff', 'a', 'b'],
    ['completion', 'zsh'],
    ['timeline', 'a', 'b', 'c'],
    ...everyOption,
  ])('why401 %s %s %s %s %s %s %s', async (...argv) => {
    const words = argv.filter((word) => word !== undefined);
    expect(byHand(words)).toBeDefined();
    expect(byHand(words)).toEqual(await byCommander(words));
  });
});

describe('what is not plain is left to commander', () => {
  it.each([
    [[]],
    [['token.txt']],
    [['--json', 'decode', 'x']],
    [['decode', '--help']],
    [['decode', '-h']],
    [['decode', '--json=true']],
    [['decode', '--tz=UTC']],
    [['decode', '--', '-x']],
    [['decode', '--jsn']],
    [['decode', '--tz']],
    [['decode', '--now', '-5']],
    [['decode', 'a', 'b']],
    [['decode', '--color', 'pink']],
    [['diff']],
    [['completion', 'tcsh']],
    [['paste', 'x']],
    [['help', 'decode']],
  ])('%j', (argv) => {
    expect(byHand(argv)).toBeUndefined();
  });
});
