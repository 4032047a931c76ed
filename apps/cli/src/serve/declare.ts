import type { VerbSpec } from '../usage/spec.ts';
import { doorOptions } from './door.ts';

export const serveVerb: VerbSpec = {
  name: 'serve',
  description: 'The local page: paste, look, and share. Listens on this machine only, and prints its address.',
  arguments: [],
  options: [
    {
      flags: '--port <number>',
      description: 'the port to listen on; the next free one where it is taken, and with 0 one of the system’s choice',
      default: '4401',
    },
    { flags: '--no-open', description: 'do not open the browser' },
    { flags: '--log', description: 'tell each request on standard error: method, route, status and time, no more' },
    ...doorOptions,
  ],
  examples: ['why401 serve', 'why401 serve --port 0 --no-open', 'why401 serve --ca company-ca.pem'],
  load: async () => (await import('../commands/serve.ts')).serve,
};
