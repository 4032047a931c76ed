import { Argument, type Command, Option } from 'commander';
import { decode } from './commands/decode.ts';
import { shells } from './completion/shells.ts';
import type { Call } from './run.ts';
import type { Verb } from './session.ts';
import { declareTimeline, timelineExamples } from './timeline/declare.ts';

type Invoke = (call: Call<never>) => Promise<void>;
type Load = () => Promise<Verb<never>>;

const input = 'a token, the name of a file, @FILE, or - for standard input';

/** Declares every verb. Its file is loaded when it runs; that of `decode`, which has to start fastest, with the program. */
export function declareVerbs(program: Command, invoke: Invoke): void {
  const verb = (name: string, load: Load, hidden?: { isDefault: true; hidden: true }): Command =>
    program.command(name, hidden).action(async function (this: Command) {
      await invoke({ command: name, args: this.args, options: this.optsWithGlobals() as never, load });
    });

  withRequest(verb('explain', async () => (await import('./commands/explain.ts')).explain))
    .description(
      'What Kong will answer to a request, which check of which plugin says so, and the change that cures it.',
    )
    .argument('[input]', `the request as curl, HAR, raw HTTP or header lines, or ${input}`)
    .addHelpText(
      'after',
      examples(
        'why401 explain --config kong.yaml --request req.txt',
        'why401 explain --config kong.yaml --token-env TOKEN --route orders --kong-version 3.4',
        'why401 explain --config kong.yaml --curl \'curl https://api.example/orders -H "Authorization: Bearer …"\' --reply answer.txt',
      ),
    );

  withToken(verb('decode', async () => decode))
    .description('Header and claims of a token, unverified, and what the standards hold against it.')
    .addHelpText(
      'after',
      examples('why401 decode token.txt', 'pbpaste | why401 decode -', 'why401 decode --token-env TOKEN --json'),
    ),
    withToken(verb('verify', async () => (await import('./commands/verify.ts')).verify))
      .description(
        'Whether a signature is valid, for each candidate key why it was kept or dropped, and why it is not.',
      )
      .option('--key <file>', 'a public key: PEM, DER, X.509 certificate, JWK or JWKS (repeatable)', collect, [])
      .addOption(new Option('--secret-env <name>', 'the environment variable that holds an HMAC secret'))
      .addOption(new Option('--secret-file <file>', 'the file that holds an HMAC secret, byte for byte'))
      .option('--issuer-value <iss>', 'what iss must equal, to the character')
      .option('--audience <aud>', 'what aud must hold')
      .option('--at <time>', 'check exp and nbf at this time: as --now, or 14:10 for that time on its day')
      .addHelpText(
        'after',
        examples(
          'why401 verify token.txt --key public.pem',
          'why401 verify - --key jwks.json --at 14:10 --tz Europe/Berlin',
          'why401 verify --token-env TOKEN --secret-env JWT_SECRET --json',
        ),
      );

  verb('diff', async () => (await import('./commands/diff.ts')).diff)
    .description('Two issuers compared to the character. Exit code 0: equal, 1: different.')
    .argument('<issuer-a>', 'the one, as it stands; @FILE reads it from a file')
    .argument('<issuer-b>', 'the other')
    .addHelpText(
      'after',
      examples(
        'why401 diff https://idp.example https://idp.example/',
        'why401 diff https://idp.example/Tenant https://idp.example/tenant --json',
        'why401 diff @iss-of-token.txt @iss-of-config.txt',
      ),
    );

  declareTimeline(
    verb('timeline', async () => (await import('./commands/timeline.ts')).timeline),
    collect,
  ).addHelpText('after', examples(...timelineExamples));

  verb('replay', async () => (await import('./commands/replay.ts')).replay)
    .description('Judges recorded requests, one JSON line in and one out. Prints whole headers: for machines.')
    .argument('<cases>', 'a file of NDJSON lines, or - for standard input')
    .option('--config-root <directory>', "where the lines' config paths start; otherwise the folder of the cases")
    .option('--check', "compare with each line's observed, print what differs, exit with 1 if anything does")
    .addHelpText(
      'after',
      examples(
        'why401 replay cases.ndjson',
        'why401 replay cases.ndjson --check',
        'generate-cases | why401 replay - --config-root ./configs',
      ),
    );

  verb('completion', async () => (await import('./commands/completion.ts')).completion)
    .description('A completion script for your shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText(
      'after',
      examples(
        'source <(why401 completion bash)',
        'why401 completion zsh > "${fpath[1]}/_why401"',
        'why401 completion fish > ~/.config/fish/completions/why401.fish',
      ),
    );

  withRequest(
    verb('paste', async () => (await import('./no-verb.ts')).noVerb, { isDefault: true, hidden: true }),
  ).argument('[input...]', input);
}

function withToken(command: Command): Command {
  return command
    .argument('[token]', input)
    .addOption(new Option('--token-env <name>', 'the environment variable that holds the token'));
}

function withRequest(command: Command): Command {
  return command
    .option(
      '--config <file>',
      "Kong's configuration: decK or DB-less YAML or JSON (repeatable; default $WHY401_CONFIG)",
      collect,
      [],
    )
    .option('--request <file>', 'the request: curl, HAR, raw HTTP, header lines')
    .option('--curl <command>', 'the request as a curl command, as POSIX shells, cmd or PowerShell spell it')
    .option('--token <token>', input)
    .addOption(new Option('--token-env <name>', 'the environment variable that holds the token'))
    .option('--route <name>', 'the route that a bare token is sent to')
    .option('--service <name>', 'the service that a bare token is sent to')
    .addOption(new Option('--kong-version <version>', 'the gateway that answers').default('3.9'))
    .addOption(
      new Option('--router-flavor <flavor>', "the gateway's router").choices([
        'traditional_compatible',
        'traditional',
        'expressions',
      ]),
    )
    .option('--reply <file>', 'the real answer, to hold against the predicted one')
    .addOption(new Option('--as <form>', 'print cures in this form').choices(['deck', 'admin-api', 'diff']));
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

const examples = (...lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
