import { encodeBase64 } from '@why401/core/encoding';
import type { Plugin } from '../../config/index.ts';
import type { StepData, StepId } from '../../plugins/index.ts';
import { fromBytes } from '../../wire/bytes.ts';
import { configChange, consumerName, createEdit, pluginRef, setEdit } from '../edits.ts';
import type { Candidate, ConfigValue, CureId, RequestChange, WeakensId } from '../model.ts';
import type { Situation } from '../situation.ts';
import { candidate, configCandidate } from './make.ts';
import { capitalized } from './retrieval.ts';

/** A refusal of a plugin that is no `jwt`. */
interface Refused<Id extends StepId> extends Situation {
  readonly plugin: Plugin;
  readonly data: StepData[Id];
}

type Proposals = { readonly [Id in StepId]?: (refused: Refused<Id>) => Candidate[] };

/** What may cure a refusal, the most likely first. */
const OF_STEP: Proposals = {
  'key-auth-key': sendKey,
  'key-auth-duplicate': ({ data, ...rest }) => once(rest, data.name),
  'key-auth-credential': sendKey,
  'basic-auth-header': sendPassword,
  'basic-auth-format': sendPassword,
  'basic-auth-user': sendPassword,
  'basic-auth-password': sendPassword,
  'hmac-auth-date': sendDate,
  'hmac-auth-algorithm': (refused) =>
    listed(refused, 'allow-algorithm', 'algorithms', [...refused.data.allowed, refused.data.algorithm]),
  'acl-group': joinOrLeave,
  'ip-restriction': letAddressIn,
  'bot-detection-agents': (refused) => once(refused, 'user-agent'),
  'bot-detection': letAgentIn,
  'request-size-limiting-length': (refused) =>
    set(refused, 'do-not-require-length', 'config.require_content_length', false),
  'request-size-limiting': raiseSize,
  'request-termination': (refused) => set(refused, 'switch-off', 'enabled', false),
};

export function pluginCures(situation: Situation): Candidate[] {
  const { failed, plugin } = situation.judgement;
  if (failed === null || plugin === null || !Object.hasOwn(OF_STEP, failed.step)) return [];
  const propose = OF_STEP[failed.step as StepId] as ((refused: Refused<StepId>) => Candidate[]) | undefined;
  return propose?.({ ...situation, plugin, data: failed.data as StepData[StepId] }) ?? [];
}

const FIX = 'plugin';

function set(
  refused: Refused<StepId>,
  id: CureId,
  field: string,
  value: ConfigValue,
  weakens: WeakensId | undefined = undefined,
): Candidate[] {
  const edit = setEdit(refused, refused.plugin, pluginRef(refused.plugin), field, value);
  return configCandidate({ id, fix: FIX, ...(weakens !== undefined && { weakens }) }, configChange(edit));
}

const listed = (refused: Refused<StepId>, id: CureId, field: string, values: readonly string[], weakens?: WeakensId) =>
  set(refused, id, `config.${field}`, values, weakens);

/** A header with something that only the caller has. `value`: what stands in for it. */
function sendHeader(refused: Situation, id: CureId, name: string, value: string, shown: string): Candidate[] {
  const key = name.toLowerCase();
  const old = refused.request.headers.find(([other]) => other.toLowerCase() === key);
  const change: RequestChange = {
    kind: 'request',
    part: 'header',
    name: capitalized(name),
    // What was sent may be a secret.
    old: old === undefined ? undefined : '<what was sent>',
    new: shown,
  };
  const kept = refused.request.headers.filter(([other]) => other.toLowerCase() !== key);
  const request = { ...refused.request, headers: [...kept, [name, value] as const] };
  const placeholders = [/<[^>]*>/.exec(shown)?.[0] ?? shown];
  return candidate({ id, fix: FIX, who: 'caller', placeholders }, change, { request, standIns: ['key'] });
}

/** The key of some consumer stands in for the caller's own. */
function sendKey(refused: Refused<'key-auth-key'> | Refused<'key-auth-credential'>): Candidate[] {
  const { config } = refused.plugin as { readonly config: { readonly key_names?: readonly string[] } };
  const [credential] = refused.gateway.keyAuthCredentials;
  const name = config.key_names?.[0];
  if (credential === undefined || name === undefined) return [];
  return sendHeader(refused, 'send-a-key', name, credential.key, '<key of a consumer>');
}

function sendPassword(refused: Refused<StepId>): Candidate[] {
  const credential = refused.gateway.basicAuthCredentials.find(({ hashed }) => !hashed);
  if (credential === undefined) return [];
  const bytes = Array.from(`${credential.username}:${credential.password}`, (byte) => byte.charCodeAt(0));
  const value = `Basic ${encodeBase64(Uint8Array.from(bytes))}`;
  const shown = 'Basic <username:password in base64>';
  const without = refused.request.headers.filter(([name]) => name.toLowerCase() !== 'proxy-authorization');
  const request = { ...refused.request, headers: without };
  return sendHeader({ ...refused, request }, 'send-credentials', 'Authorization', value, shown);
}

/** A date of now; what is signed changes with it, where it is covered. */
function sendDate(refused: Refused<'hmac-auth-date'>): Candidate[] {
  const name = refused.data.header ?? 'date';
  const now = new Date(Math.floor(refused.ports.clock.now() / 1000) * 1000).toUTCString();
  const old = refused.request.headers.find(([other]) => other.toLowerCase() === name)?.[1];
  const kept = refused.request.headers.filter(([other]) => other.toLowerCase() !== name);
  const change: RequestChange = { kind: 'request', part: 'header', name: capitalized(name), old, new: now };
  const request = { ...refused.request, headers: [...kept, [name, now] as const] };
  return candidate({ id: 'send-the-date', fix: FIX, who: 'caller' }, change, { request, assume: ['signature'] });
}

/** Each line of a header that stands several times is tried alone. */
function once(situation: Situation, name: string): Candidate[] {
  const { headers } = situation.request;
  const isIt = ([other]: readonly [string, string]): boolean => other.toLowerCase() === name.toLowerCase();
  return headers.flatMap((line, at) => {
    if (!isIt(line)) return [];
    const change: RequestChange = {
      kind: 'request',
      part: 'header',
      name: capitalized(name),
      old: '<several>',
      new: '<one of them>',
    };
    const request = { ...situation.request, headers: headers.filter((other, i) => !isIt(other) || i === at) };
    return candidate({ id: 'send-header-once', fix: FIX, who: 'caller' }, change, { request });
  });
}

/** Into a group that may pass, or the group off the list of those that may not. */
function joinOrLeave(refused: Refused<'acl-group'>): Candidate[] {
  const { data, judgement } = refused;
  if (data.list === 'deny') {
    const left = data.listed.filter((group) => !data.groups.includes(group));
    return left.length === 0 ? [] : listed(refused, 'take-off-the-list', 'deny', left, 'more-let-in');
  }
  const { consumer } = judgement;
  const [group] = data.listed;
  if (consumer === null || group === undefined) return [];
  const ref = { kind: 'acls', id: null, name: group, owners: { consumer: consumerName(consumer) } } as const;
  const edit = createEdit(refused, consumer, ref, 'acls', { group });
  return configCandidate({ id: 'join-the-group', fix: FIX }, configChange(edit));
}

function letAddressIn(refused: Refused<'ip-restriction'>): Candidate[] {
  const { data, plugin } = refused;
  const { allow, deny } = plugin.config as { readonly allow: Listed; readonly deny: Listed };
  if (data.list === 'allow')
    return listed(refused, 'list-the-address', 'allow', [...(allow ?? []), data.address], 'more-let-in');
  const left = (deny ?? []).filter((entry) => entry !== data.entry);
  return left.length === 0 && (allow ?? []).length === 0
    ? set(refused, 'switch-off', 'enabled', false, 'more-let-in')
    : listed(refused, 'take-off-the-list', 'deny', left, 'more-let-in');
}

type Listed = readonly string[] | null;

function letAgentIn(refused: Refused<'bot-detection'>): Candidate[] {
  const { allow } = refused.plugin.config as { readonly allow: Listed };
  const agent = refused.data.agent.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return listed(refused, 'allow-the-agent', 'allow', [...(allow ?? []).map(fromBytes), `^${agent}$`], 'more-let-in');
}

/** In the unit that the plugin counts in. */
function raiseSize(refused: Refused<'request-size-limiting'>): Candidate[] {
  const { data, plugin } = refused;
  const { allowed_payload_size: size } = plugin.config as { readonly allowed_payload_size: number };
  const unit = data.allowed / size;
  if (!(unit >= 1)) return [];
  return set(refused, 'allow-the-size', 'config.allowed_payload_size', Math.ceil(data.bytes / unit), 'larger-requests');
}
