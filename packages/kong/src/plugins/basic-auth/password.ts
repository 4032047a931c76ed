import type { BasicAuthCredential } from '../../config/index.ts';
import { fromBytes, toArray } from '../../wire/index.ts';
import type { Exchange } from '../exchange.ts';
import { failed, notKnown, passed, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { type BasicAuthState, unauthorized } from './state.ts';
import { credentialOf } from './user.ts';

/** The password is the credential's. Kong keeps hex SHA-1 of the password and the consumer's id. */
export function password(state: BasicAuthState): StepResult | undefined {
  const credential = credentialOf(state);
  const given = state.password;
  if (credential === undefined || given === undefined) return undefined;
  const data = { username: fromBytes(credential.username) };
  const { id, username, consumer } = credential;
  state.consumer = consumer;
  state.credential = { id, identifier: username, username };
  const unknown = unknownIn([credential.password, ...(credential.hashed ? [credential.consumer?.id] : [])]);
  if (unknown.length > 0) return notKnown('basic-auth-password', data, unknown);
  if (!isRight(credential, given, state.exchange))
    return failed('basic-auth-password', data, unauthorized(state, false), { at: () => credential.place('password') });
  return passed('basic-auth-password', data);
}

function isRight(
  { password: kept, hashed, consumer }: BasicAuthCredential,
  given: string,
  { crypto }: Exchange,
): boolean {
  if (!hashed) return kept === given;
  const digest = crypto.digest('sha1', toArray(given + (consumer?.id ?? '')));
  return kept === Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
