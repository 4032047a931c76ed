import { settingsOf } from '../config.ts';
import { guardPlugin } from '../guard.ts';
import { failed, notKnown, type PluginState, passed, type Refusal, type Stage, type StepResult } from '../pipeline.ts';
import { unknownIn } from '../unknown-values.ts';
import { holds } from './address.ts';

interface IpRestrictionConfig {
  readonly allow: readonly string[] | null;
  readonly deny: readonly string[] | null;
  readonly status: number | null;
  readonly message: string | null;
}

const UNSET: IpRestrictionConfig = { allow: null, deny: null, status: null, message: null };

interface IpRestrictionState extends PluginState {
  readonly config: IpRestrictionConfig;
}

/** `deny` wins over `allow`; an empty list says nothing. */
function address(state: IpRestrictionState): StepResult {
  const { config, exchange, plugin } = state;
  const client = exchange.request.wire.clientIp;
  const deny = config.deny ?? [];
  const allow = config.allow ?? [];
  const unknown = unknownIn([deny, allow, config.message, config.status]);
  if (unknown.length > 0) return notKnown('ip-restriction', { address: client, list: 'deny' }, unknown);
  const denied = deny.findIndex((entry) => holds(entry, client));
  if (denied >= 0) {
    const data = { address: client, list: 'deny', entry: deny[denied] ?? '' } as const;
    return failed('ip-restriction', data, refusal(state), { at: () => plugin.place(`config.deny.${denied}`) });
  }
  const data = { address: client, list: 'allow' } as const;
  if (allow.length === 0 || allow.some((entry) => holds(entry, client))) return passed('ip-restriction', data);
  return failed('ip-restriction', data, refusal(state), { at: () => plugin.place('config.allow') });
}

function refusal({ config, exchange }: IpRestrictionState): Refusal {
  const { namesRefusedAddress } = exchange.release.switches;
  const usual = namesRefusedAddress
    ? `IP address not allowed: ${exchange.request.wire.clientIp}`
    : 'Your IP address is not allowed';
  const message = config.message ?? usual;
  const log = namesRefusedAddress ? [`[warn] [kong] handler.lua:38 ${message}`] : [];
  return { kind: 'error', status: config.status ?? 403, message, log };
}

/** Everything that the plugin checks. */
const PIPELINE: readonly Stage<IpRestrictionState>[] = [
  { name: 'address', check: address, differs: ['namesRefusedAddress'] },
];

/** The access phase of Kong's `ip-restriction` plugin. */
export const ipRestriction = guardPlugin('ip-restriction', PIPELINE, (plugin, exchange) => ({
  plugin,
  exchange,
  config: settingsOf(plugin, UNSET),
}));
