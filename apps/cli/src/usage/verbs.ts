import { decode } from '../commands/decode.ts';
import { shells } from '../completion/shells.ts';
import { gateVerb } from '../gate/declare.ts';
import { issuerVerb } from '../issuer/declare.ts';
import { ladderVerb } from '../ladder/declare.ts';
import { lintVerb } from '../lint/declare.ts';
import { evidenceOptions, fetchOptions, gatewayOptions, savedEvidenceOption } from '../live/options.ts';
import { probeVerb } from '../probe/declare.ts';
import { serveVerb } from '../serve/declare.ts';
import { timelineVerb } from '../timeline/declare.ts';
import { whoVerb } from '../who/declare.ts';
import { whyVerb } from '../why/declare.ts';
import {
  acrossOption,
  configOption,
  input,
  requestOptions,
  routedRequestOptions,
  tokenArgument,
  tokenEnvOption,
} from './parts.ts';
import type { VerbSpec } from './spec.ts';

/** In the order of help. */
export const verbs: readonly VerbSpec[] = [
  {
    name: 'explain',
    description:
      'What Kong will answer to a request, which check of which plugin says so, and the change that cures it.',
    arguments: [{ flags: '[input]', description: `the request as curl, HAR, raw HTTP or header lines, or ${input}` }],
    options: [configOption, ...requestOptions, acrossOption, savedEvidenceOption, ...gatewayOptions],
    examples: [
      'why401 explain --config kong.yaml --request req.txt',
      'why401 explain --config http://localhost:8001 --token-env TOKEN --route orders --kong-version 3.4',
      'why401 explain --config kong.yaml --curl \'curl https://api.example/orders -H "Authorization: Bearer …"\' --reply answer.txt',
    ],
    load: async () => (await import('../commands/explain.ts')).explain,
  },
  whoVerb,
  whyVerb,
  {
    name: 'route',
    description: 'Which route takes a request, why every other one does not, and when it would be otherwise.',
    arguments: [{ flags: '[input]', description: 'the request as curl, HAR or raw HTTP: a file, @FILE, or - ' }],
    options: [configOption, ...routedRequestOptions, ...gatewayOptions],
    examples: [
      'why401 route --config kong.yaml --request req.txt',
      "why401 route --config kong.yaml --curl 'curl https://api.example/orders/7' --router-flavor traditional",
      'why401 route --config kong.yaml --request req.txt --kong-version 2.8 --json',
    ],
    load: async () => (await import('../commands/route.ts')).route,
  },
  lintVerb,
  gateVerb,
  {
    name: 'decode',
    description: 'Header and claims of a token, unverified, and what the standards hold against it.',
    arguments: [tokenArgument],
    options: [tokenEnvOption, savedEvidenceOption],
    examples: ['why401 decode token.txt', 'pbpaste | why401 decode -', 'why401 decode --token-env TOKEN --json'],
    // It has to start fastest, so it is loaded with the program.
    load: async () => decode,
  },
  {
    name: 'verify',
    description: 'Whether a signature is valid, for each candidate key why it was kept or dropped, and why it is not.',
    arguments: [tokenArgument],
    options: [
      tokenEnvOption,
      {
        flags: '--key <file>',
        description: 'a public key: PEM, DER, X.509 certificate, JWK or JWKS (repeatable)',
        repeat: true,
      },
      { flags: '--secret-env <name>', description: 'the environment variable that holds an HMAC secret' },
      { flags: '--secret-file <file>', description: 'the file that holds an HMAC secret, byte for byte' },
      { flags: '--issuer-value <iss>', description: 'what iss must equal, to the character' },
      { flags: '--audience <aud>', description: 'what aud must hold' },
      {
        flags: '--at <time>',
        description: 'check exp and nbf at this time: as --now, or 14:10 for that time on its day',
      },
      { flags: '--leeway <seconds>', description: 'that clocks may differ', default: '0' },
      { flags: '--issuer <url>', description: 'ask this issuer for its keys (the only option that asks anybody)' },
      ...evidenceOptions,
      { flags: '--client <client>', description: 'what azp must equal' },
      { flags: '--nonce <nonce>', description: 'what nonce must equal' },
      { flags: '--type <type>', description: 'what typ must name: at+jwt' },
      { flags: '--access-token <file>', description: 'the access token that at_hash must belong to' },
      { flags: '--code-file <file>', description: 'the code that c_hash must belong to' },
      { flags: '--confirmation <thumbprint>', description: 'what cnf must hold: SHA-256 of certificate or DPoP key' },
      { flags: '--introspect', description: 'also ask the introspection endpoint of --issuer (RFC 7662)' },
      { flags: '--credentials-file <file>', description: 'client_id:client_secret for that' },
      { flags: '--credentials-env <name>', description: 'the environment variable that holds them' },
      ...fetchOptions,
    ],
    examples: [
      'why401 verify --issuer https://idp.example token.txt',
      'why401 verify token.txt --key public.pem',
      'why401 verify - --key jwks.json --at 14:10 --tz Europe/Berlin',
    ],
    load: async () => (await import('../commands/verify.ts')).verify,
  },
  {
    name: 'diff',
    description: 'Two issuers compared to the character. Exit code 0: equal, 1: different.',
    arguments: [
      { flags: '<issuer-a>', description: 'the one, as it stands; @FILE reads it from a file' },
      { flags: '[issuer-b]', description: 'the other; or --evidence' },
    ],
    options: [savedEvidenceOption],
    examples: [
      'why401 diff https://idp.example https://idp.example/',
      'why401 diff https://idp.example/Tenant https://idp.example/tenant --json',
      'why401 diff @iss-of-token.txt @iss-of-config.txt',
    ],
    load: async () => (await import('../commands/diff.ts')).diff,
  },
  timelineVerb,
  issuerVerb,
  probeVerb,
  ladderVerb,
  serveVerb,
  {
    name: 'replay',
    description: 'Judges recorded requests, one JSON line in and one out. Prints whole headers: for machines.',
    arguments: [{ flags: '<cases>', description: 'a file of NDJSON lines, or - for standard input' }],
    options: [
      {
        flags: '--config-root <directory>',
        description: "where the lines' config paths start; otherwise the folder of the cases",
      },
      {
        flags: '--check',
        description: "compare with each line's observed, print what differs, exit with 1 if anything does",
      },
    ],
    examples: [
      'why401 replay cases.ndjson',
      'why401 replay cases.ndjson --check',
      'generate-cases | why401 replay - --config-root ./configs',
    ],
    load: async () => (await import('../commands/replay.ts')).replay,
  },
  {
    name: 'completion',
    description: 'A completion script for your shell.',
    arguments: [{ flags: '<shell>', description: 'the shell', choices: shells }],
    options: [],
    examples: [
      'source <(why401 completion bash)',
      'why401 completion zsh > "${fpath[1]}/_why401"',
      'why401 completion fish > ~/.config/fish/completions/why401.fish',
    ],
    load: async () => (await import('../commands/completion.ts')).completion,
  },
  {
    name: 'paste',
    description: 'Finds out what this is and does the useful thing.',
    arguments: [{ flags: '[input...]', description: input }],
    options: [configOption, ...requestOptions, ...gatewayOptions],
    examples: [],
    isDefault: true,
    load: async () => (await import('../no-verb.ts')).noVerb,
  },
];
