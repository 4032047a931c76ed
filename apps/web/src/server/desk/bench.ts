import type { Crypto, Problem } from '@why401/core';
import { decodeBytes } from '@why401/core/input';
import { type Asking, createAsker } from '@why401/kong/ask';
import type { ConfigFile } from '@why401/kong/config';
import type { RouterFlavor } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import type { Files, NamedBytes } from './model.ts';

/** Gateways that are kept at once: the one in use, and one to compare with. */
const MOST_GATEWAYS = 2;

/** What lies on the desk between two tasks. */
export interface Bench {
  readonly crypto: Crypto;
  /** Milliseconds since the epoch, as the system has it. */
  systemNow(): number;
  readonly keyFiles: readonly NamedBytes[];
  readonly metadataFiles: readonly NamedBytes[];
  /** Of the issuer that was asked: `evidence`, `opinion`. */
  readonly issuerFiles: readonly NamedBytes[];
  readonly configFiles: readonly ConfigFile[];
  /** The gateway of the uploaded files, loaded once for each version and flavor; it judges as of `now`. */
  gateway(settings: GatewaySettings, now: number): Asking;
}

export interface GatewaySettings {
  readonly version: string;
  readonly flavor?: RouterFlavor | undefined;
}

export function createBench(files: Files, systemNow: () => number): Bench {
  const crypto = createCrypto();
  const configFiles = files.configuration.map(({ name, bytes }) => ({ name, text: decodeBytes(bytes) }));
  const loaded = new Map<string, Asking>();
  let judgedAt = 0;
  const ports = { crypto, clock: { now: () => judgedAt } };
  return {
    crypto,
    systemNow,
    keyFiles: files.keys,
    metadataFiles: files.metadata,
    issuerFiles: files.issuer,
    configFiles,
    gateway: ({ version, flavor }, now) => {
      judgedAt = now;
      const key = `${version} ${flavor ?? ''}`;
      const asking = loaded.get(key) ?? createAsker(configFiles, { version, flavor }, ports);
      loaded.delete(key);
      loaded.set(key, asking);
      for (const [oldest] of [...loaded].slice(0, -MOST_GATEWAYS)) loaded.delete(oldest);
      return asking;
    },
  };
}

export const noConfiguration: Problem = {
  code: 'no-config',
  message: 'What Kong answers depends on its configuration, and none was given.',
  hint: 'Drop the file here: deck gateway dump -o kong.yaml, or the DB-less file.',
};
