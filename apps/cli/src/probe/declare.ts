import { configOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

export const probeVerb: VerbSpec = {
  name: 'probe',
  description: 'Asks the server of a service on every layer, as Kong will: from name server to idle connection.',
  arguments: [],
  options: [
    configOption,
    { flags: '--service <name>', description: 'the service whose server is asked' },
    { flags: '--path <path>', description: "what to ask for, behind the service's own path", default: '/' },
    {
      flags: '--method <method>',
      description: 'GET, HEAD or OPTIONS',
      choices: ['GET', 'HEAD', 'OPTIONS'],
      default: 'GET',
    },
    { flags: '--host <host>', description: 'the Host of the client, for routes with preserve_host' },
    {
      flags: '--idle <seconds>',
      description: 'how long to watch whether the server closes an idle connection',
      default: '6',
    },
    { flags: '--budget <seconds>', description: 'for everything', default: '30' },
    { flags: '--front-timeout <seconds>', description: 'when what stands before Kong gives up' },
    {
      flags: '--through <url>',
      description: 'also send the request through Kong, with the path and --host of a client',
    },
    { flags: '--dns <address>', description: "name server to ask, as Kong's dns_resolver (repeatable)", repeat: true },
    { flags: '--set <name=value>', description: 'a setting of kong.conf that counts here (repeatable)', repeat: true },
    { flags: '--kong-version <version>', description: 'the gateway that will ask', default: '3.9' },
    {
      flags: '--ca <file>',
      description: 'PEM of an authority to trust besides the usual ones (repeatable)',
      repeat: true,
    },
    { flags: '--client-cert <file>', description: 'PEM of the certificate that Kong shows to the server' },
    { flags: '--client-key <file>', description: 'PEM of its private key' },
    {
      flags: '--allow-host <host>',
      description: 'ask this host also at an address for special purposes (repeatable)',
      repeat: true,
    },
  ],
  examples: [
    'why401 probe --config kong.yaml --service orders',
    'why401 probe --config kong.yaml --service orders --path /health --front-timeout 60',
    'why401 probe --config kong.yaml --service orders --through http://localhost:8000 --host api.example --path /orders',
  ],
  load: async () => (await import('../commands/probe.ts')).probe,
};
