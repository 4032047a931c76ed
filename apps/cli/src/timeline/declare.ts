import { gatewayOptions, savedEvidenceOption } from '../live/options.ts';
import { configOption, tokenEnvOption } from '../usage/parts.ts';
import type { VerbSpec } from '../usage/spec.ts';

export const timelineVerb: VerbSpec = {
  name: 'timeline',
  description:
    'Which of these tokens are valid at a time: when each begins, everything that ends it, and what does not.',
  arguments: [{ flags: '[tokens...]', description: 'tokens, names of files, @FILE, or - for standard input' }],
  options: [
    { flags: '--at <time>', description: 'the time that is asked about: as --now, or 14:10 for that time on its day' },
    configOption,
    ...gatewayOptions,
    { flags: '--kong-version <version>', description: 'the gateway that judges', default: '3.9' },
    { flags: '--jwks <file>', description: 'a key set: whether the signing keys are still in it' },
    savedEvidenceOption,
    { flags: '--max-age <seconds>', description: 'how long after auth_time a verifier still takes a token' },
    { flags: '--svg <file>', description: 'also write the picture as SVG' },
    { flags: '--watch', description: 'draw it anew each second, and ring when the next token ends' },
    tokenEnvOption,
  ],
  examples: [
    'why401 timeline a.jwt b.jwt --at 14:10 --tz Europe/Berlin',
    'why401 timeline a.jwt --config kong.yaml --svg life.svg',
    'why401 timeline --token-env TOKEN --watch',
  ],
  load: async () => (await import('../commands/timeline.ts')).timeline,
};
