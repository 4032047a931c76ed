import type { VerbSpec } from '../usage/spec.ts';

export const whoVerb: VerbSpec = {
  name: 'who',
  description: 'Which hop answered, on which link it broke, why, and how sure that is. Exit code 2: nothing tells.',
  arguments: [],
  options: [
    {
      flags: '--batch <cases>',
      description: 'a file of NDJSON lines, or - for standard input: one JSON line in and one out',
    },
    {
      flags: '--config-root <directory>',
      description: "where the lines' config paths start; otherwise the folder of the cases",
    },
    {
      flags: '--view <view>',
      description: 'what may be looked at of what was seen',
      choices: ['all', 'client', 'error-log', 'json'],
    },
    {
      flags: '--check',
      description: "compare with each line's truth and print what was taken for what, for one view or for each",
    },
  ],
  examples: [
    'why401 who --batch cases.ndjson',
    'why401 who --batch cases.ndjson --view client',
    'collect-cases | why401 who --batch - --config-root ./configs --check',
  ],
  load: async () => (await import('../commands/who.ts')).who,
};
