import { type Command, Option } from 'commander';

/** Arguments and options of the verb; `collect` gathers an option that may be given several times. */
export const declareTimeline = (
  command: Command,
  collect: (value: string, before: readonly string[]) => readonly string[],
): Command =>
  command
    .description(
      'Which of these tokens are valid at a time: when each begins, everything that ends it, and what does not.',
    )
    .argument('[tokens...]', 'tokens, names of files, @FILE, or - for standard input')
    .option('--at <time>', 'the time that is asked about: as --now, or 14:10 for that time on its day')
    .option(
      '--config <file>',
      "Kong's configuration: what ends the tokens there (repeatable; default $WHY401_CONFIG)",
      collect,
      [],
    )
    .addOption(new Option('--kong-version <version>', 'the gateway that judges').default('3.9'))
    .option('--jwks <file>', 'a key set: whether the signing keys are still in it')
    .option('--max-age <seconds>', 'how long after auth_time a verifier still takes a token')
    .option('--svg <file>', 'also write the picture as SVG')
    .option('--watch', 'draw it anew each second, and ring when the next token ends')
    .addOption(new Option('--token-env <name>', 'the environment variable that holds a token'));

export const timelineExamples: readonly string[] = [
  'why401 timeline a.jwt b.jwt --at 14:10 --tz Europe/Berlin',
  'why401 timeline a.jwt --config kong.yaml --svg life.svg',
  'why401 timeline --token-env TOKEN --watch',
];
