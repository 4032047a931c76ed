import { type Consumer, type Gateway, isUnknown, type JwtSecret, MADE_UP, type Plugin } from '../config/index.ts';
import { withAdded, withReplaced } from '../plugins/index.ts';
import { fromBytes } from '../wire/bytes.ts';
import { entityOf } from './edits.ts';
import { trueValue } from './hidden.ts';
import type { ConfigChange, ConfigEdit, ConfigValue } from './model.ts';
import type { Situation } from './situation.ts';

/** `refused`: Kong would not take the changed entity. `unfit`: only the whole files can tell. */
export type Patched = Gateway | 'refused' | 'unfit';

type Members = Record<string, unknown>;

/**
 * The model with a change made: every changed entity is read by the loader as if it stood alone, and takes the place of
 * the old one. What an entity alone does not show, that its keys are nobody else's, is looked up in the model.
 */
export function patchGateway(situation: Situation, { edits }: ConfigChange): Patched {
  let gateway = situation.gateway;
  const groups = new Map<unknown, ConfigEdit[]>();
  for (const edit of edits) {
    const entity = entityOf(edit);
    groups.set(entity, [...(groups.get(entity) ?? []), edit]);
  }
  for (const [entity, own] of groups) {
    const next = patchOne(situation, gateway, entity, own);
    if (typeof next === 'string') return next;
    gateway = next;
  }
  return gateway;
}

function patchOne(situation: Situation, gateway: Gateway, entity: unknown, edits: readonly ConfigEdit[]): Patched {
  const [first] = edits;
  if (first === undefined) return gateway;
  if (edits.some(({ op }) => op === 'create')) {
    if (edits.length > 1 || first.new === undefined) return 'unfit';
    if (first.field === 'consumers') return addConsumer(situation, gateway, trueValue(first.new) as Members);
    const consumer = gateway.consumers.find((one) => one === entity);
    return consumer === undefined ? 'unfit' : addToConsumer(situation, gateway, consumer, first.field, first.new);
  }
  const plugin = gateway.plugins.find((one) => one === entity);
  if (plugin !== undefined) return changePlugin(situation, gateway, plugin, edits);
  const secret = gateway.jwtSecrets.find((one) => one === entity);
  return secret === undefined ? 'unfit' : changeSecret(situation, gateway, secret, edits);
}

const alone = ({ simulator }: Situation, entities: Members): Gateway | undefined =>
  simulator.load([{ name: 'change.json', text: JSON.stringify({ _format_version: '3.0', ...entities }) }]);

const SCOPES: ReadonlySet<string> = new Set(['route', 'service', 'consumer', 'consumer_group']);

function changePlugin(situation: Situation, gateway: Gateway, plugin: Plugin, edits: readonly ConfigEdit[]): Patched {
  if (hasUnknown(plugin.raw)) return 'unfit';
  const written = Object.entries(plugin.raw as Members).filter(([name]) => !SCOPES.has(name));
  const raw = edits.reduce(edited, Object.fromEntries(written) as Members);
  const made = alone(situation, { plugins: [raw] })?.plugins[0];
  if (made === undefined) return 'refused';
  const { config, enabled, protocols } = made;
  const fresh: Plugin = { ...plugin, config, enabled, protocols, raw: { ...(plugin.raw as Members), ...raw } };
  return { ...gateway, plugins: gateway.plugins.map((one) => (one === plugin ? fresh : one)) };
}

function changeSecret(situation: Situation, gateway: Gateway, old: JwtSecret, edits: readonly ConfigEdit[]): Patched {
  const { key, secret, rsaPublicKey, algorithm } = old;
  const texts = { key, secret, rsa_public_key: rsaPublicKey, algorithm };
  if (Object.values(texts).some(isUnknown)) return 'unfit';
  const known = Object.entries(texts).filter(
    ([name, text]) => text !== MADE_UP && (text !== null || name === 'secret'),
  );
  const written: Members = Object.fromEntries(
    known.map(([name, text]) => [name, text === null ? null : fromBytes(text)]),
  );
  const credential = edits.reduce(edited, written);
  const made = alone(situation, { consumers: [{ username: 'one', jwt_secrets: [credential] }] })?.jwtSecrets[0];
  if (made === undefined) return 'refused';
  if (gateway.jwtSecrets.some((one) => one !== old && one.key === made.key && one.key !== MADE_UP)) return 'refused';
  const fresh: JwtSecret = {
    ...old,
    key: made.key,
    secret: made.secret,
    rsaPublicKey: made.rsaPublicKey,
    algorithm: made.algorithm,
  };
  return { ...gateway, jwtSecrets: withReplaced(gateway.jwtSecrets, old, fresh) };
}

function addConsumer(situation: Situation, gateway: Gateway, consumer: Members): Patched {
  const made = alone(situation, { consumers: [consumer] });
  const fresh = made?.consumers[0];
  if (made === undefined || fresh === undefined) return 'refused';
  const taken = ({ username, customId }: Consumer): boolean =>
    (username !== null && username === fresh.username) || (customId !== null && customId === fresh.customId);
  return gateway.consumers.some(taken) ? 'refused' : joined(gateway, made, withAdded(gateway.consumers, [fresh]));
}

function addToConsumer(
  situation: Situation,
  gateway: Gateway,
  consumer: Consumer,
  list: string,
  item: ConfigValue,
): Patched {
  const name = consumer.username ?? consumer.customId;
  if (name === null || isUnknown(name) || isUnknown(consumer.id)) return 'unfit';
  const owner = { id: fromBytes(consumer.id), username: fromBytes(name), [list]: [trueValue(item)] };
  const made = alone(situation, { consumers: [owner] });
  const [own] = made?.consumers ?? [];
  if (made === undefined || own === undefined) return 'refused';
  const isOwn = (one: Consumer | null): Consumer | null => (one === own ? consumer : one);
  const moved = <Kind extends { readonly consumer: Consumer | null }>(all: readonly Kind[]): Kind[] =>
    all.map((one) => ({ ...one, consumer: isOwn(one.consumer) }));
  return joined(
    gateway,
    {
      ...made,
      plugins: moved(made.plugins),
      jwtSecrets: moved(made.jwtSecrets),
      keyAuthCredentials: moved(made.keyAuthCredentials),
      basicAuthCredentials: moved(made.basicAuthCredentials),
      hmacAuthCredentials: moved(made.hmacAuthCredentials),
      acls: moved(made.acls),
    },
    gateway.consumers,
  );
}

/** Both together, unless a key would be somebody else's as well. */
function joined(gateway: Gateway, made: Gateway, consumers: Gateway['consumers']): Patched {
  const clash =
    overlap(gateway.jwtSecrets, made.jwtSecrets, ({ key }) => key) ||
    overlap(gateway.keyAuthCredentials, made.keyAuthCredentials, ({ key }) => key) ||
    overlap(gateway.basicAuthCredentials, made.basicAuthCredentials, ({ username }) => username) ||
    overlap(gateway.hmacAuthCredentials, made.hmacAuthCredentials, ({ username }) => username) ||
    made.plugins.some((fresh) => gateway.plugins.some((one) => isSame(one, fresh))) ||
    made.acls.some((fresh) => gateway.acls.some((one) => one.consumer === fresh.consumer && one.group === fresh.group));
  if (clash) return 'refused';
  return {
    ...gateway,
    consumers,
    plugins: withAdded(gateway.plugins, made.plugins),
    jwtSecrets: withAdded(gateway.jwtSecrets, made.jwtSecrets),
    keyAuthCredentials: withAdded(gateway.keyAuthCredentials, made.keyAuthCredentials),
    basicAuthCredentials: withAdded(gateway.basicAuthCredentials, made.basicAuthCredentials),
    hmacAuthCredentials: withAdded(gateway.hmacAuthCredentials, made.hmacAuthCredentials),
    acls: withAdded(gateway.acls, made.acls),
  };
}

const isSame = (a: Plugin, b: Plugin): boolean =>
  a.name === b.name &&
  a.route === b.route &&
  a.service === b.service &&
  a.consumer === b.consumer &&
  a.consumerGroup === b.consumerGroup;

function overlap<Item>(all: readonly Item[], more: readonly Item[], keyOf: (item: Item) => string): boolean {
  if (more.length === 0) return false;
  const keys = new Set(more.map(keyOf).filter((key) => key !== MADE_UP));
  return all.some((item) => keys.has(keyOf(item)));
}

function edited(members: Members, { op, field, new: fresh }: ConfigEdit): Members {
  return put(members, field.split('.'), op === 'remove' || fresh === undefined ? undefined : trueValue(fresh));
}

function put(members: Members, [name = '', ...rest]: readonly string[], value: unknown): Members {
  const { [name]: old, ...others } = members;
  if (rest.length === 0) return value === undefined ? others : { ...members, [name]: value };
  const inner = typeof old === 'object' && old !== null && !Array.isArray(old) ? (old as Members) : {};
  return { ...members, [name]: put(inner, rest, value) };
}

function hasUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return isUnknown(value);
  return Object.values(value).some(hasUnknown);
}
