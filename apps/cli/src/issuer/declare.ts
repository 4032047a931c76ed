import type { Profile } from '@why401/core/rules';
import { adminOptions, evidenceOptions, fetchOptions } from '../live/options.ts';
import { configOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

const profiles: readonly Profile[] = ['auto', 'oidc', 'oauth', 'workload', 'fapi2', 'kong'];

export const issuerVerb: VerbSpec = {
  name: 'issuer',
  description:
    "An issuer's discovery document and keys: what is wrong with them, and what each relying party makes of it.",
  arguments: [{ flags: '[url]', description: 'the issuer to ask, or its well-known URL; without it nobody is asked' }],
  options: [
    { flags: '--file <file>', description: 'the discovery document, as it was saved' },
    { flags: '--expect <issuer>', description: 'the issuer that was asked for, to the character' },
    { flags: '--fetched-from <url>', description: 'the address that the document came from' },
    { flags: '--jwks <file>', description: 'its key set, as it was saved' },
    ...evidenceOptions,
    {
      flags: '--profile <profile>',
      description: 'what it is held to; auto sees what kind of issuer it is',
      choices: profiles,
      default: 'auto',
    },
    { flags: '--token <token>', description: 'a token of this issuer, or @FILE: its iss is compared' },
    configOption,
    ...adminOptions,
    { flags: '--before <file>', description: 'an earlier key set or evidence: which keys came and went' },
    { flags: '--token-lifetime <seconds>', description: 'how long its tokens live, for --before and --watch' },
    { flags: '--watch', description: 'ask again and again, and tell which keys come and go' },
    { flags: '--interval <seconds>', description: 'between two looks of --watch', default: '60' },
    { flags: '--kong-credential', description: "print its keys as credentials of Kong's jwt plugin" },
    { flags: '--consumer <name>', description: 'the consumer of these credentials; otherwise the host of the issuer' },
    { flags: '--kong-version <version>', description: 'the gateway that is to take them', default: '3.9' },
    ...fetchOptions,
  ],
  examples: [
    'why401 issuer https://idp.example/realms/a --save evidence.json',
    'why401 issuer --file openid-configuration.json --expect https://idp.example/realms/a --jwks jwks.json',
    'why401 issuer --evidence after.json --before before.json --token-lifetime 3600',
  ],
  load: async () => (await import('../commands/issuer.ts')).issuer,
};
