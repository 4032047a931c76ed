import type { PasteKind } from '@why401/core/input';
import type { ExplainOptions } from './commands/explain.ts';
import { exitCodes } from './exit-codes.ts';
import { fail } from './failure.ts';
import { configNames } from './input/configs.ts';
import { nearest } from './input/nearest.ts';
import { type Pasted, readPasted } from './input/paste.ts';
import type { Session, Verb } from './session.ts';

const named: ReadonlySet<PasteKind> = new Set([
  'kong-config',
  'jwks',
  'public-key',
  'certificate',
  'metadata',
  'response',
]);

/** `why401 FILE`, or a paste: finds out what it is and does the useful thing. */
export const noVerb: Verb<ExplainOptions> = async (session, args, options) => {
  const [input, ...more] = args;
  if (more.length > 0) await unknownVerb(input ?? '');
  if (isNothing(session, input, options)) return showHelp(session);
  const words = input === undefined ? [] : (await program()).commands.map((command) => command.name());
  const pasted = await readPasted(session, input, options, { what: 'a token, a verb', words });
  if (named.has(pasted.paste.kind)) {
    const { nameIt } = await import('./named/name-it.ts');
    return nameIt(pasted);
  }
  const hasRequest = pasted.paste.requests.length > 0;
  if (configNames(session, options.config).length > 0 || (hasRequest && pasted.paste.tokens.length === 0))
    return explainIt(session, pasted, options);
  const { decodePasted } = await import('./commands/decode.ts');
  const answer = await decodePasted(session, pasted);
  await session.tell('add --config kong.yaml to see what Kong answers to it, or --help for more');
  return answer;
};

async function explainIt(session: Session, pasted: Pasted, options: ExplainOptions) {
  const { explainWith } = await import('./commands/explain.ts');
  return { ...(await explainWith(session, pasted, options)), command: 'explain' };
}

const isNothing = ({ io }: Session, input: string | undefined, options: ExplainOptions): boolean =>
  io.stdin.isTerminal &&
  [input, options.request, options.curl, options.token, options.tokenEnv].every((one) => one === undefined);

const program = async () => {
  const { createProgram } = await import('./usage/program.ts');
  return createProgram(async () => {});
};

/** Nothing was asked: that is wrong usage, and help is the answer. */
async function showHelp({ io }: Session) {
  let text = '';
  const tree = await program();
  tree.configureOutput({ writeOut: (part) => void (text += part) }).outputHelp();
  await io.stdout.write(text);
  return exitCodes.undecided;
}

async function unknownVerb(typed: string): Promise<never> {
  const verbs = (await program()).commands.map((command) => command.name());
  const meant = nearest(typed, verbs);
  return fail(
    'unknown-command',
    `There is no command ${JSON.stringify(typed)}.`,
    meant === undefined ? 'why401 --help lists them.' : `Did you mean ${meant}?`,
  );
}
