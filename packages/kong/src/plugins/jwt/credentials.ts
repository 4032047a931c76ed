import type { Consumer, Gateway, JwtSecret } from '../../config/index.ts';
import { unknownIn } from '../unknown-values.ts';

/** What is looked up once for every request, made once for each configuration. */
export interface CredentialIndex {
  readonly byKey: ReadonlyMap<string, JwtSecret>;
  /** What the keys of credentials depend on that the file does not hold. */
  readonly unknownKeys: readonly string[];
  readonly consumersById: ReadonlyMap<string, Consumer>;
  readonly consumersByName: ReadonlyMap<string, Consumer>;
}

const indexes = new WeakMap<Gateway, CredentialIndex>();

export function credentialsOf(gateway: Gateway): CredentialIndex {
  const known = indexes.get(gateway);
  if (known !== undefined) return known;
  const { jwtSecrets, consumers } = gateway;
  const made: CredentialIndex = {
    byKey: new Map(jwtSecrets.map((secret) => [secret.key, secret])),
    unknownKeys: unknownIn(jwtSecrets.map(({ key }) => key)),
    consumersById: new Map(consumers.map((consumer) => [consumer.id, consumer])),
    consumersByName: new Map(
      consumers.flatMap((consumer) => (consumer.username === null ? [] : [[consumer.username, consumer] as const])),
    ),
  };
  indexes.set(gateway, made);
  return made;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `kong.client.load_consumer(text, true)`: by id where the text is a UUID, else or if not found by username. */
export function findConsumer(gateway: Gateway, text: string): Consumer | undefined {
  const { consumersById, consumersByName } = credentialsOf(gateway);
  return (UUID.test(text) ? consumersById.get(text) : undefined) ?? consumersByName.get(text);
}
