import type { Consumer } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { settingsOf } from '../config.ts';
import { consumerGroupsOf } from '../consumer-groups.ts';
import type { Exchange } from '../exchange.ts';
import { guardPlugin } from '../guard.ts';
import { failed, notKnown, type PluginState, passed, type Refusal, type Stage, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { groupsOf } from './groups.ts';

interface AclConfig {
  readonly allow: readonly string[] | null;
  readonly deny: readonly string[] | null;
  readonly hide_groups_header: boolean;
  /** Enterprise from 3.6 on. */
  readonly include_consumer_groups: boolean;
}

const UNSET: AclConfig = { allow: null, deny: null, hide_groups_header: false, include_consumer_groups: false };

interface AclState extends PluginState {
  readonly config: AclConfig;
}

const FORBIDDEN: Refusal = { kind: 'error', status: 403, message: 'You cannot consume this service' };

/** Without a consumer nothing can be in a group: 401 where nobody authenticated, else 403. */
function consumer({ exchange, plugin }: AclState): StepResult | undefined {
  if (exchange.consumer !== null) return undefined;
  const at = () => plugin.place();
  if (exchange.credential !== null) return failed('acl-consumer', {}, FORBIDDEN, { at });
  return failed('acl-unauthenticated', {}, { kind: 'error', status: 401 }, { at });
}

/** A list that is not empty denies, else one allows. The consumer's groups are compared byte for byte. */
function group(state: AclState): StepResult | undefined {
  const { config, exchange, plugin } = state;
  const { consumer: who } = exchange;
  if (who === null) return undefined;
  const denies = (config.deny ?? []).length > 0;
  const list = denies ? 'deny' : 'allow';
  const listed = (denies ? config.deny : config.allow) ?? [];
  const { names, ordered } = groupsOf(exchange, who);
  const counted = config.include_consumer_groups ? [...names, ...consumerGroupNames(exchange, who)] : names;
  const data = {
    consumer: fromBytes(who.username ?? who.customId ?? who.id),
    groups: counted.map(fromBytes),
    list,
    listed: listed.map(fromBytes),
  } as const;
  const unknown = unknownIn([listed, counted]);
  if (unknown.length > 0) return notKnown('acl-group', data, unknown);
  const at = () => plugin.place(`config.${list}`);
  if (!denies && counted.length === 0 && exchange.credential === null)
    return failed('acl-unauthenticated', {}, { kind: 'error', status: 401 }, { at });
  if (counted.some((name) => listed.includes(name)) === denies) return failed('acl-group', data, FORBIDDEN, { at });
  if (!config.hide_groups_header) {
    exchange.headers.set('x-consumer-groups', names.join(', '));
    if (!ordered) exchange.random = true;
  }
  return passed('acl-group', data, { at });
}

const consumerGroupNames = ({ gateway }: Exchange, consumer: Consumer): readonly string[] =>
  consumerGroupsOf(gateway, consumer).flatMap(({ name }) => name ?? []);

/** Everything that the plugin checks, in its order. */
const PIPELINE: readonly Stage<AclState>[] = [
  { name: 'consumer', check: consumer, differs: [] },
  { name: 'group', check: group, differs: [] },
];

/** The access phase of Kong's `acl` plugin. */
export const acl = guardPlugin('acl', PIPELINE, (plugin, exchange) => ({
  plugin,
  exchange,
  config: settingsOf(plugin, UNSET),
}));
