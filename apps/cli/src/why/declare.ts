import type { VerbSpec } from '../usage/spec.ts';

export const whyVerb: VerbSpec = {
  name: 'why',
  description:
    'What a message of Kong, of a plugin or of error.log means, and the next command; or the page of a rule.',
  arguments: [
    {
      flags: '[text...]',
      description: 'the message as it stands, a log line, an answer, a rule; or - for standard input',
    },
  ],
  options: [],
  examples: [
    'why401 why "No credentials found for given \'iss\'"',
    'why401 why "upstream prematurely closed connection while reading response header from upstream"',
    'why401 why issuer-mismatch',
  ],
  load: async () => (await import('../commands/why.ts')).why,
};
