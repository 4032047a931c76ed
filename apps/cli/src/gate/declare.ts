import { kongVersionOption, routerFlavorOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

export const gateVerb: VerbSpec = {
  name: 'gate',
  description: 'The same requests under two configurations: which would be answered differently, and why. Then exit 1.',
  arguments: [
    { flags: '<old>', description: 'the configuration that runs: a file, a folder or a gateway' },
    { flags: '<new>', description: 'the one that is to replace it' },
  ],
  options: [
    {
      flags: '--requests <file>',
      description: 'a folder of requests (curl, HAR, raw HTTP), one such file, or NDJSON in the shape of recordings',
    },
    kongVersionOption,
    routerFlavorOption,
    { flags: '--junit', description: 'print JUnit XML: a change is a failure' },
    { flags: '--markdown', description: 'print Markdown, for a comment on the change' },
  ],
  examples: [
    'why401 gate running.yaml kong.yaml --requests ./requests',
    'why401 gate running.yaml kong.yaml --requests traffic.ndjson --junit > gate.xml',
    'why401 gate examples/gate/old.yaml examples/gate/new.yaml --requests examples/gate/requests',
  ],
  load: async () => (await import('../commands/gate.ts')).gate,
};
