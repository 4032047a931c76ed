import { configOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

const waits = 'waits: seconds, or a product (alb, nginx, envoy, f5, node, …)';

export const ladderVerb: VerbSpec = {
  name: 'ladder',
  description: 'Who in the chain gives up first when the server hangs, with the retries of Kong counted in.',
  arguments: [],
  options: [
    configOption,
    { flags: '--service <name>', description: 'one service; otherwise all, equal ones together' },
    { flags: '--client <time>', description: `how long the client ${waits}` },
    { flags: '--lb1 <time>', description: `how long the load balancer before Kong ${waits}` },
    { flags: '--lb2 <time>', description: `how long the load balancer behind Kong ${waits}` },
    {
      flags: '--server <time>',
      description: `how long the server works before it gives up itself: seconds, or a product`,
    },
    { flags: '--kong-version <version>', description: 'the gateway', default: '3.9' },
  ],
  examples: [
    'why401 ladder --config kong.yaml --lb1 alb',
    'why401 ladder --config kong.yaml --service orders --client 30 --lb1 f5 --lb2 60',
    'why401 ladder --config kong.yaml --lb1 60 --json',
  ],
  load: async () => (await import('../commands/ladder.ts')).ladder,
};
