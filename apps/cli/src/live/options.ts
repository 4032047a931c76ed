import type { OptionSpec } from '../usage/spec.ts';

/** How other servers are asked; of every verb that may ask one. */
export interface FetchOptions {
  readonly ca: readonly string[];
  readonly clientCert?: string;
  readonly clientKey?: string;
  readonly proxy?: string;
  readonly resolve: readonly string[];
  readonly allowHost: readonly string[];
  readonly allowHttp?: boolean;
  readonly timeout?: string;
  readonly offline?: boolean;
}

/** How a running gateway is asked for its configuration. */
export interface GatewayOptions extends FetchOptions {
  readonly adminTokenEnv?: string;
  readonly adminTokenFile?: string;
  readonly workspace?: string;
}

/** Where evidence goes to and comes from. */
export interface EvidenceOptions {
  readonly save?: string;
  readonly evidence?: string;
}

export const fetchOptions: readonly OptionSpec[] = [
  {
    flags: '--ca <file>',
    description: 'PEM of an authority to trust besides the usual ones (repeatable)',
    repeat: true,
  },
  { flags: '--client-cert <file>', description: "PEM of the certificate to show to the issuer's own origin" },
  { flags: '--client-key <file>', description: 'PEM of its private key' },
  { flags: '--proxy <url>', description: 'ask through this proxy; otherwise HTTPS_PROXY, but for NO_PROXY' },
  {
    flags: '--resolve <host:port:address>',
    description: 'use this address instead of asking the name server (repeatable)',
    repeat: true,
  },
  {
    flags: '--allow-host <host>',
    description: 'ask this host also where its address is private and a document named it (repeatable)',
    repeat: true,
  },
  { flags: '--allow-http', description: 'speak plain HTTP to other machines too' },
  { flags: '--timeout <seconds>', description: 'for each document, from name server to last octet', default: '5' },
  { flags: '--offline', description: 'ask nobody' },
];

/** Of every verb that reads a configuration. */
export const adminOptions: readonly OptionSpec[] = [
  {
    flags: '--admin-token-env <name>',
    description: 'the environment variable with the token for a --config URL (default WHY401_ADMIN_TOKEN)',
  },
  { flags: '--admin-token-file <file>', description: 'the file with that token' },
  { flags: '--workspace <name>', description: 'read only this workspace of the gateway at a --config URL' },
];

export const gatewayOptions: readonly OptionSpec[] = [...adminOptions, ...fetchOptions];

export const evidenceOptions: readonly OptionSpec[] = [
  { flags: '--save <file>', description: 'write what was fetched to a file that can be judged again' },
  { flags: '--evidence <file>', description: 'judge what such a file holds, and ask nobody' },
];

/** Of verbs that ask no issuer. */
export const savedEvidenceOption: OptionSpec = {
  flags: '--evidence <file>',
  description: 'what was saved of the issuer (issuer --save): its keys and its name',
};
