import type { Plugin } from '@why401/kong/config';
import type { Evidence } from '../../evidence/index.ts';
import { schemeOf } from '../../evidence/index.ts';
import type { Cause } from '../../tables/causes/index.ts';
import { reason } from '../../tables/reasons/index.ts';
import type { Alternative, Finding } from '../model.ts';
import { headerIn, type KongsAnswer } from './answer-of.ts';

type Config = Readonly<Record<string, unknown>>;

export const configOf = (plugin: Plugin): Config => (plugin.raw as { readonly config?: Config }).config ?? {};

const named = ({ configured }: Evidence, ...names: readonly string[]): Plugin | undefined =>
  configured.plugins.find(({ name }) => names.includes(name));

/** request-termination that answers with this status, for every request or for one with its trigger. */
export function terminates(evidence: Evidence, status: number): Plugin | undefined {
  const { configured, record } = evidence;
  return configured.plugins.find((plugin) => {
    if (plugin.name !== 'request-termination') return false;
    const { status_code: code = 503, trigger } = configOf(plugin);
    if (code !== status) return false;
    if (typeof trigger !== 'string' || record.request === null) return true;
    const { headers, target } = record.request;
    return headers.some(([name]) => name === trigger.toLowerCase()) || target.includes(`${trigger}=`);
  });
}

/** Plugins that answer with a status of their own, which an operator may have changed. */
const STATUS_FIELDS: readonly (readonly [plugin: string, field: string, usual: number, cause: Cause])[] = [
  ['ip-restriction', 'status', 403, 'plugin-ip-restriction'],
  ['rate-limiting', 'error_code', 429, 'plugin-rate-limiting'],
];

/** Statuses that only one plugin of those that are known writes. */
const BY_STATUS: readonly (readonly [status: number, plugin: string, cause: Cause])[] = [
  [403, 'acl', 'plugin-acl'],
  [403, 'bot-detection', 'plugin-bot-detection'],
  [429, 'response-ratelimiting', 'plugin-response-ratelimiting'],
  [401, 'jwt', 'plugin-jwt'],
  [401, 'key-auth', 'plugin-key-auth'],
  [401, 'basic-auth', 'plugin-basic-auth'],
  [401, 'hmac-auth', 'plugin-hmac-auth'],
  [413, 'request-size-limiting', 'plugin-request-size-limiting'],
  [417, 'request-size-limiting', 'plugin-request-size-limiting'],
  [411, 'request-size-limiting', 'plugin-request-size-limiting'],
  [504, 'proxy-cache', 'plugin-custom-exit'],
];

const FUNCTIONS = ['pre-function', 'post-function'];

/** Kong answered before proxying with a text that is none of its own: what is configured tells. */
export function byPlugins(evidence: Evidence, answer: KongsAnswer): Finding {
  const { status } = answer;
  const found = marked(answer) ?? byMessage(evidence, answer) ?? configuredCauses(evidence, status)[0];
  const others = rest(evidence, status);
  if (found !== undefined) {
    const [cause, plugin] = found;
    const because = reason('plugin-by-configuration', plugin);
    return { hop: 'kong', cause, certainty: 'likely', or: others, because, plugin };
  }
  const custom = named(evidence, ...FUNCTIONS) !== undefined || foreign(evidence) !== undefined;
  const known = evidence.configured.gateway !== null;
  const cause: Cause =
    known && custom ? 'plugin-custom-exit' : known ? 'plugin-custom-exit' : 'plugin-request-termination';
  return {
    hop: 'kong',
    cause,
    certainty: custom ? 'likely' : 'possible',
    or: others,
    because: reason('kong-before-proxying'),
  };
}

/** Marks of a plugin in the header of its answer. */
function marked(answer: KongsAnswer): readonly [Cause, string] | undefined {
  if (answer.status === 401) {
    const scheme = schemeOf(answer.headers);
    if (scheme?.plugin !== undefined) return [scheme.cause, scheme.plugin];
  }
  const limit = headerIn(answer, 'ratelimit-limit') ?? headerIn(answer, 'x-ratelimit-limit-minute');
  const remaining = headerIn(answer, 'ratelimit-remaining');
  if (limit !== null && remaining !== null && Number(remaining) <= 0) return ['plugin-rate-limiting', 'rate-limiting'];
  return undefined;
}

/** The message that an operator gave to a plugin. */
function byMessage({ configured }: Evidence, { own, seen }: KongsAnswer): readonly [Cause, string] | undefined {
  const message = own?.message ?? null;
  if (message === null || !seen) return undefined;
  for (const [name, field, cause] of MESSAGE_FIELDS) {
    const said = configured.plugins.some((plugin) => plugin.name === name && configOf(plugin)[field] === message);
    if (said) return [cause, name];
  }
  return undefined;
}

const MESSAGE_FIELDS: readonly (readonly [plugin: string, field: string, cause: Cause])[] = [
  ['ip-restriction', 'message', 'plugin-ip-restriction'],
  ['rate-limiting', 'error_message', 'plugin-rate-limiting'],
  ['bot-detection', 'message', 'plugin-bot-detection'],
];

function configuredCauses(evidence: Evidence, status: number): readonly (readonly [Cause, string])[] {
  const own = STATUS_FIELDS.flatMap(([name, field, usual, cause]) => {
    const plugin = named(evidence, name);
    return plugin !== undefined && (configOf(plugin)[field] ?? usual) === status ? [[cause, name] as const] : [];
  });
  const usual = BY_STATUS.flatMap(([code, name, cause]) =>
    code === status && named(evidence, name) !== undefined ? [[cause, name] as const] : [],
  );
  return [...own, ...usual];
}

function rest(evidence: Evidence, status: number): readonly Alternative[] {
  const causes = configuredCauses(evidence, status).map(([cause]) => cause);
  const known = evidence.configured.gateway !== null;
  const usual: readonly Cause[] = known
    ? []
    : BY_STATUS.filter(([code]) => code === status && code !== 401).map(([, , cause]) => cause);
  return [...causes, 'plugin-custom-exit', 'plugin-request-termination', ...usual];
}

/** A plugin that Kong does not bring along. */
const foreign = ({ configured }: Evidence): Plugin | undefined =>
  configured.plugins.find(({ config }) => config === undefined);
