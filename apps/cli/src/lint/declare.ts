import { kongVersionOption, routerFlavorOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

export const lintVerb: VerbSpec = {
  name: 'lint',
  description: "What Kong's loader refuses of a configuration, and what it takes that you would not want.",
  arguments: [{ flags: '[file...]', description: 'the configuration; several files are one (default $WHY401_CONFIG)' }],
  options: [
    kongVersionOption,
    routerFlavorOption,
    {
      flags: '--form <form>',
      description: "who reads it: Kong's own loader, decK, or auto: what it looks like",
      choices: ['db-less', 'deck', 'auto'],
      default: 'db-less',
    },
    { flags: '--batch <file>', description: 'NDJSON, a line {config, kong, routerFlavor} for each file; - is stdin' },
    { flags: '--config-root <directory>', description: "where the lines' config paths start; else the batch's folder" },
  ],
  examples: [
    'why401 lint kong.yaml',
    'why401 lint kong.yaml --kong-version 3.4 --router-flavor expressions --json',
    'why401 lint --batch configs.ndjson',
  ],
  load: async () => (await import('../commands/lint.ts')).lint,
};
