import type { ArgumentSpec, OptionSpec } from './spec.ts';

/** What several verbs share. */
export const input = 'a token, the name of a file, @FILE, or - for standard input';

export const tokenArgument: ArgumentSpec = { flags: '[token]', description: input };

export const tokenEnvOption: OptionSpec = {
  flags: '--token-env <name>',
  description: 'the environment variable that holds the token',
};

export const configOption: OptionSpec = {
  flags: '--config <file>',
  description:
    "Kong's configuration: decK, DB-less, Kubernetes or kong.conf file, folder, or URL of Admin API or Konnect (repeatable; default $WHY401_CONFIG)",
  repeat: true,
};

export const kongVersionOption: OptionSpec = {
  flags: '--kong-version <version>',
  description: 'the gateway that answers',
  default: '3.9',
};

export const routerFlavorOption: OptionSpec = {
  flags: '--router-flavor <flavor>',
  description: "the gateway's router",
  choices: ['traditional_compatible', 'traditional', 'expressions'],
};

export const requestOptions: readonly OptionSpec[] = [
  { flags: '--request <file>', description: 'the request: curl, HAR, raw HTTP, header lines' },
  {
    flags: '--curl <command>',
    description: 'the request as a curl command, as POSIX shells, cmd or PowerShell spell it',
  },
  { flags: '--token <token>', description: input },
  tokenEnvOption,
  { flags: '--route <name>', description: 'the route that a bare token is sent to' },
  { flags: '--service <name>', description: 'the service that a bare token is sent to' },
  kongVersionOption,
  routerFlavorOption,
  { flags: '--reply <file>', description: 'the real answer, to hold against the predicted one' },
  { flags: '--as <form>', description: 'print cures in this form', choices: ['deck', 'admin-api', 'diff'] },
];

export const acrossOption: OptionSpec = {
  flags: '--across <versions>',
  description: 'what each of these versions answers, what an upgrade changes and why: 2.8,3.4,3.9',
};

const ROUTED: readonly string[] = ['--request', '--curl', '--kong-version', '--router-flavor'];

/** What a request alone needs, without a token. */
export const routedRequestOptions: readonly OptionSpec[] = requestOptions.filter(({ flags }) =>
  ROUTED.includes(flags.split(' ', 1)[0] ?? ''),
);
