import type { Consumer } from '../config/index.ts';
import type { Exchange } from './exchange.ts';
import { shownUnknown } from './unknown-values.ts';

export interface Authenticated {
  /** Id of the credential. */
  readonly id: string;
  /** `X-Credential-Identifier`: the key or username, of key-auth the credential's id. */
  readonly identifier: string;
  /** Before 3.0 `X-Credential-Username` says it too. */
  readonly username?: string;
}

/**
 * `set_consumer` of every auth plugin: who the upstream is told it is, in the order in which new headers are appended.
 * Without a credential the consumer is the anonymous one.
 */
export function authenticate(exchange: Exchange, consumer: Consumer | null, credential: Authenticated | null): void {
  const { headers, release } = exchange;
  const put = (name: string, value: string | null | undefined): void => {
    if (value === null || value === undefined) headers.clear(name);
    else headers.set(name, shownUnknown(value));
  };
  put('x-consumer-id', consumer?.id);
  put('x-consumer-custom-id', consumer?.customId);
  put('x-consumer-username', consumer?.username);
  put('x-credential-identifier', credential?.identifier);
  if (!release.switches.keepsCredentialUsername) put('x-credential-username', credential?.username);
  put('x-anonymous-consumer', credential === null ? 'true' : null);
  exchange.consumer = consumer;
  exchange.credential = credential === null ? null : { id: credential.id };
  exchange.anonymous = credential === null;
}
