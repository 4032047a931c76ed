import { configOption, kongVersionOption, routerFlavorOption } from '../usage/parts.ts';
import type { OptionSpec, VerbSpec } from '../usage/spec.ts';

/** For people: what was pasted, and what is known of the chain. */
const peopleOptions: readonly OptionSpec[] = [
  configOption,
  { flags: '--splunk <file>', description: 'an export of Splunk: CSV or JSON (repeatable)', repeat: true },
  { flags: '--lb1 <file>', description: 'a log of the load balancer before Kong (repeatable)', repeat: true },
  { flags: '--lb2 <file>', description: 'a log of the load balancer behind Kong (repeatable)', repeat: true },
  { flags: '--chain <names>', description: 'what stands in the chain: f5,kong,nginx,server' },
  {
    flags: '--request-id <id>',
    description: 'the request that is asked about; else that of the answer, else the newest that failed',
  },
  {
    flags: '--request <file>',
    description: 'the request as it was sent, to go on into explain where a plugin rejected',
  },
  {
    flags: '--log-format <format>',
    description: 'a log_format of nginx that the access log has (repeatable)',
    repeat: true,
  },
  { flags: '--compare', description: 'compare two answers to the same call: through a hop, and past it' },
  { flags: kongVersionOption.flags, description: 'the gateway, where nothing tells its version' },
  routerFlavorOption,
];

export const whoVerb: VerbSpec = {
  name: 'who',
  description: 'Which hop answered, on which link it broke, why, and how sure that is. Exit code 2: nothing tells.',
  arguments: [
    {
      flags: '[files...]',
      description:
        'an answer (curl -i, curl -v, HAR), logs of any hop, Kong’s log entries, kong.yaml; or - for standard input',
    },
  ],
  options: [
    ...peopleOptions,
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
    'curl -i https://api.example/orders | why401 who',
    'why401 who response.txt error.log kong.json --config kong.yaml --chain f5,kong,nginx,server',
    'why401 who --batch cases.ndjson --check',
  ],
  load: async () => (await import('../commands/who.ts')).who,
};
