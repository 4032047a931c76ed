import { loaderRules } from '../../../versions/index.ts';
import { flag, foreign, opened, text, type Variant } from '../field.ts';
import { anyProtocols, id, name, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';
import { knowsGroups } from './groups-table.ts';
import { acl, ipRestriction, keyAuth } from './plugins/access-table.ts';
import { acme } from './plugins/acme-table.ts';
import {
  aiPromptDecorator,
  aiPromptGuard,
  aiPromptTemplate,
  aiProxy,
  aiRequestTransformer,
  aiResponseTransformer,
} from './plugins/ai-table.ts';
import { botDetection, cors } from './plugins/browser-table.ts';
import { basicAuth, hmacAuth } from './plugins/credentials-table.ts';
import { awsLambda, azureFunctions, functions, grpcGateway, grpcWeb } from './plugins/functions-table.ts';
import { jwt } from './plugins/jwt-table.ts';
import { fileLog, httpLog, loggly, syslog, tcpLog, udpLog } from './plugins/log-table.ts';
import { ldapAuth, oauth2, session } from './plugins/login-table.ts';
import { datadog, prometheus, statsd } from './plugins/metrics-table.ts';
import { proxyCache, redirect, responseRatelimiting, standardWebhooks } from './plugins/responses-table.ts';
import { opentelemetry, zipkin } from './plugins/tracing-table.ts';
import { rateLimiting, requestTermination } from './plugins/traffic-table.ts';
import {
  correlationId,
  requestSizeLimiting,
  requestTransformer,
  responseTransformer,
} from './plugins/transform-table.ts';

/** Plugins whose configuration is modelled. Another one is a row here and a table in `plugins/`. */
const MODELLED: Readonly<Record<string, (setting: Setting) => Variant>> = {
  jwt,
  acl,
  'key-auth': keyAuth,
  'basic-auth': basicAuth,
  'hmac-auth': hmacAuth,
  'ip-restriction': ipRestriction,
  'request-termination': requestTermination,
  'rate-limiting': rateLimiting,
  'request-size-limiting': requestSizeLimiting,
  'request-transformer': requestTransformer,
  'response-transformer': responseTransformer,
  'correlation-id': correlationId,
  'bot-detection': botDetection,
  cors,
  acme,
  'ai-prompt-decorator': aiPromptDecorator,
  'ai-prompt-guard': aiPromptGuard,
  'ai-prompt-template': aiPromptTemplate,
  'ai-proxy': aiProxy,
  'ai-request-transformer': aiRequestTransformer,
  'ai-response-transformer': aiResponseTransformer,
  'aws-lambda': awsLambda,
  'azure-functions': azureFunctions,
  datadog,
  'file-log': fileLog,
  'grpc-gateway': grpcGateway,
  'grpc-web': grpcWeb,
  'http-log': httpLog,
  'ldap-auth': ldapAuth,
  loggly,
  oauth2,
  opentelemetry,
  'post-function': functions,
  'pre-function': functions,
  prometheus,
  'proxy-cache': proxyCache,
  redirect,
  'response-ratelimiting': responseRatelimiting,
  session,
  'standard-webhooks': standardWebhooks,
  statsd,
  syslog,
  'tcp-log': tcpLog,
  'udp-log': udpLog,
  zipkin,
};

export const plugins = (setting: Setting): EntitySchema => {
  const { rules } = setting;
  const variants = new Map<string, Variant | undefined>();
  const of = (plugin: string): Variant | undefined => {
    if (!variants.has(plugin)) variants.set(plugin, variantOf(plugin, setting));
    return variants.get(plugin);
  };
  return {
    name: 'plugins',
    endpointKey: rules.instanceName ? 'instance_name' : null,
    cacheKey: ['name', 'route', 'service', 'consumer'],
    ...(scopesToGroups(setting) ? { cacheKeyMore: 'consumer_group' } : {}),
    record: {
      fields: {
        id,
        name: text({ required: true }),
        ...(rules.instanceName ? { instance_name: name } : {}),
        created_at: seconds,
        updated_at: seconds,
        route: foreign('routes'),
        service: foreign('services'),
        consumer: foreign('consumers'),
        ...(scopesToGroups(setting) ? { consumer_group: foreign('consumer_groups') } : {}),
        config: { type: 'any' },
        protocols: anyProtocols(),
        enabled: flag(true),
        tags: tags(setting),
      },
      variants: {
        key: 'name',
        of,
        unknown: (plugin) => `plugin '${plugin}' not enabled; add it to the 'plugins' configuration property`,
      },
      open: rules.closedSource,
    },
  };
};

/** True when the configuration of this plugin is judged and filled in. */
export function isModelledPlugin(plugin: string): boolean {
  return Object.hasOwn(MODELLED, plugin);
}

const scopesToGroups = (setting: Setting): boolean => knowsGroups(setting) && setting.rules.groupScopes;

/**
 * Plugins whose fields the Enterprise edition does not add to, up to 3.9. Of others a field that the open source
 * lacks is no fault where nobody said which edition it is: the file of an Enterprise gateway has to load.
 */
const SAME_IN_EVERY_EDITION: ReadonlySet<string> = new Set([
  'jwt',
  'key-auth',
  'basic-auth',
  'hmac-auth',
  'ldap-auth',
  'oauth2',
  'session',
  'acl',
  'cors',
  'ip-restriction',
  'bot-detection',
  'rate-limiting',
  'request-size-limiting',
  'request-termination',
  'request-transformer',
  'response-transformer',
  'correlation-id',
  'pre-function',
  'post-function',
]);

/** What cannot be given a consumer cannot be given a group of them either. */
function variantOf(plugin: string, setting: Setting): Variant | undefined {
  const variant = ownVariantOf(plugin, setting);
  if (variant?.fields['consumer']?.eq !== null || !scopesToGroups(setting)) return variant;
  const fields = { ...variant.fields, consumer_group: foreign('consumer_groups', { eq: null }) };
  return { ...variant, fields };
}

function ownVariantOf(plugin: string, setting: Setting): Variant | undefined {
  if (!isEnabled(plugin, setting)) return undefined;
  const table = Object.hasOwn(MODELLED, plugin) ? MODELLED[plugin] : undefined;
  if (!table) return { fields: {} };
  const variant = table(setting);
  const wider = setting.rules.closedSource || (setting.anyPlugin && !SAME_IN_EVERY_EDITION.has(plugin));
  return wider ? { ...variant, fields: opened(variant.fields) } : variant;
}

function isEnabled(plugin: string, { enabled, anyPlugin, rules }: Setting): boolean {
  return enabled?.has(plugin) ?? (anyPlugin || rules.closedSource || rules.bundledPlugins.has(plugin));
}

/** Fields of the configuration of every modelled plugin, over all versions that are told apart. */
export function configFieldsOf(): ReadonlyMap<string, ReadonlySet<string>> {
  const setting = {
    rules: loaderRules('HEAD'),
    flavor: 'traditional_compatible',
    anyPlugin: true,
    keyLoads: () => undefined,
  } as const;
  return new Map(
    Object.entries(MODELLED).map(([plugin, table]) => {
      const record = table(setting).fields['config']?.record;
      return [plugin, new Set([...Object.keys(record?.fields ?? {}), ...Object.keys(record?.shorthands ?? {})])];
    }),
  );
}
