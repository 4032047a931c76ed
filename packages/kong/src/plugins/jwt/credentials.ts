import type { Consumer, Gateway, JwtSecret } from '../../config/index.ts';
import { gather, type Index, indexOf } from '../lists.ts';
import { unknownIn } from '../unknown-values.ts';

/** What is looked up once for every request, made once for each configuration. */
export interface CredentialIndex {
  readonly byKey: Index<JwtSecret>;
  /** What the keys of credentials depend on that the file does not hold. */
  readonly unknownKeys: readonly string[];
}

export const credentialsOf = ({ jwtSecrets }: Gateway): CredentialIndex => ({
  byKey: indexOf(jwtSecrets, 'key', ({ key }) => key),
  unknownKeys: gather(jwtSecrets, (secrets) => unknownIn(secrets.map(({ key }) => key))),
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `kong.client.load_consumer(text, true)`: by id where the text is a UUID, else or if not found by username. */
export function findConsumer({ consumers }: Gateway, text: string): Consumer | undefined {
  const byId = UUID.test(text) ? indexOf(consumers, 'id', ({ id }) => id).get(text) : undefined;
  return byId ?? indexOf(consumers, 'username', ({ username }) => username).get(text);
}
