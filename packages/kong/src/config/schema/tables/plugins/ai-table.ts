import {
  array,
  boolean,
  type EntityCheck,
  type Field,
  flag,
  foreign,
  integer,
  number,
  type RecordSchema,
  record,
  text,
  type Variant,
} from '../../field.ts';
import { hostField, httpProtocols, port, type Setting } from '../common.ts';
import { added, before, has, since } from '../dated.ts';
import { url } from './log-table.ts';

const optional = { required: false };

const bodySize = (setting: Setting) =>
  since(setting, '3.8', { max_request_body_size: integer({ default: 8192, gt: 0 }) });
const format = (setting: Setting) =>
  since(setting, '3.9', { llm_format: text({ default: 'openai', oneOf: ['openai', 'bedrock', 'gemini'] }) });

/** `kong/plugins/ai-prompt-decorator/schema.lua` */
export const aiPromptDecorator = (setting: Setting): Variant => {
  const prompt = record(
    {
      fields: {
        role: text({ required: true, default: 'system', oneOf: ['system', 'assistant', 'user'] }),
        content: text({ required: true, lengthMin: 1, lengthMax: 500 }),
      },
    },
    optional,
  );
  const prompts = array(prompt, { lengthMax: 15 });
  return {
    fields: {
      protocols: httpProtocols,
      config: record({
        fields: {
          prompts: record({ fields: { prepend: prompts, append: prompts } }, optional),
          ...bodySize(setting),
          ...format(setting),
        },
      }),
    },
    checks: [{ kind: 'at-least-one-of', fields: ['config.prompts.prepend', 'config.prompts.append'] }],
  };
};

/** `kong/plugins/ai-prompt-guard/schema.lua` */
export const aiPromptGuard = (setting: Setting): Variant => {
  const newer = has(setting, '3.7');
  const patterns = array(text({ lengthMin: 1, lengthMax: newer ? 500 : 50 }), {
    lengthMax: 10,
    ...(newer ? {} : { default: [] }),
  });
  return {
    fields: {
      protocols: httpProtocols,
      config: record({
        fields: {
          allow_patterns: patterns,
          deny_patterns: patterns,
          allow_all_conversation_history: flag(false),
          ...bodySize(setting),
          ...since(setting, '3.8', { match_all_roles: flag(false) }),
          ...format(setting),
        },
      }),
    },
    checks: [
      { kind: 'at-least-one-of', fields: ['config.allow_patterns', 'config.deny_patterns'] },
      ...added<EntityCheck>(setting, '3.8', [
        {
          kind: 'conditional',
          if: 'config.match_all_roles',
          matches: { eq: true },
          then: 'config.allow_all_conversation_history',
          must: { eq: false },
        },
      ]),
    ],
  };
};

/** `kong/plugins/ai-prompt-template/schema.lua` */
export const aiPromptTemplate = (setting: Setting): Variant => ({
  fields: {
    ...before(setting, '3.8', { consumer: foreign('consumers', { eq: null }) }),
    protocols: httpProtocols,
    config: record({
      fields: {
        templates: array(record({ fields: { name: text({ required: true }), template: text({ required: true }) } }), {
          required: true,
        }),
        allow_untemplated_requests: flag(true),
        log_original_request: flag(false),
        ...bodySize(setting),
      },
    }),
  },
});

const auth = (setting: Setting): Field =>
  record(
    {
      fields: {
        header_name: text({ referenceable: true }),
        header_value: text({ referenceable: true, secret: true }),
        param_name: text({ referenceable: true }),
        param_value: text({ referenceable: true, secret: true }),
        param_location: text({ oneOf: ['query', 'body'] }),
        ...since(setting, '3.8', {
          gcp_use_service_account: boolean({ default: false }),
          gcp_service_account_json: text({ referenceable: true, secret: true }),
          aws_access_key_id: text({ referenceable: true, secret: true }),
          aws_secret_access_key: text({ referenceable: true, secret: true }),
          allow_override: boolean({ default: false }),
        }),
      },
    },
    optional,
  );

const GEMINI = ['api_endpoint', 'project_id', 'location_id'];

const modelOptions = (setting: Setting): Field => {
  const first = !has(setting, '3.7');
  const initially = (value: number): Partial<Field> => (first ? { default: value } : {});
  return record(
    {
      fields: {
        max_tokens: integer(has(setting, '3.9') ? {} : { default: 256 }),
        ...since(setting, '3.8', { input_cost: number({ gt: 0 }), output_cost: number({ gt: 0 }) }),
        temperature: number({ between: [0, 5], ...initially(1) }),
        top_p: number({ between: [0, 1], ...initially(1) }),
        top_k: integer({ between: [0, 500], ...initially(0) }),
        anthropic_version: text(),
        azure_instance: text(),
        azure_api_version: text({ default: '2023-05-15' }),
        azure_deployment_id: text(),
        llama2_format: text({ oneOf: ['raw', 'openai', 'ollama'] }),
        mistral_format: text({ oneOf: ['openai', 'ollama'] }),
        upstream_url: url,
        ...since(setting, '3.7', { upstream_path: text() }),
        ...since(setting, '3.8', {
          gemini: record(
            {
              fields: Object.fromEntries(GEMINI.map((name) => [name, text()])),
              checks: [{ kind: 'mutually-required', fields: GEMINI }],
            },
            optional,
          ),
          bedrock: record({ fields: { aws_region: text() } }, optional),
        }),
        ...since(setting, '3.9', {
          huggingface: record({ fields: { use_cache: boolean(), wait_for_model: boolean() } }, optional),
        }),
      },
    },
    optional,
  );
};

const option = (providers: readonly string[], name: string, whose: string): EntityCheck => ({
  kind: 'conditional-at-least-one-of',
  if: 'model.provider',
  matches: { oneOf: providers },
  then: [`model.options.${name}`],
  fault: (list) => `must set ${list} for ${whose}`,
});

const providerChecks = (setting: Setting): readonly EntityCheck[] => [
  ...(has(setting, '3.8')
    ? ([
        {
          kind: 'conditional',
          if: 'model.provider',
          matches: { oneOf: ['bedrock', 'gemini'] },
          then: 'auth.allow_override',
          must: { eq: false },
          fault: 'bedrock and gemini only support auth.allow_override = false',
        },
      ] as const)
    : ([
        {
          kind: 'conditional-at-least-one-of',
          if: 'model.provider',
          matches: { oneOf: ['openai', 'azure', 'anthropic', 'cohere'] },
          then: ['auth.header_name', 'auth.param_name'],
          fault: (list: string) =>
            `must set one of ${list}, and its respective options, when provider is not self-hosted`,
        },
      ] as const)),
  { kind: 'mutually-required', fields: ['auth.header_name', 'auth.header_value'] },
  { kind: 'mutually-required', fields: ['auth.param_name', 'auth.param_value', 'auth.param_location'] },
  option(['llama2'], 'llama2_format', 'llama2 provider'),
  option(['mistral'], 'mistral_format', 'mistral provider'),
  ...(has(setting, '3.7')
    ? []
    : ([
        {
          kind: 'conditional-at-least-one-of',
          if: 'model.provider',
          matches: {},
          then: ['model.name'],
          fault: () =>
            'Must set a model name. Refer to https://docs.konghq.com/hub/kong-inc/ai-proxy/ for supported models.',
        },
      ] as const)),
  option(['anthropic'], 'anthropic_version', 'anthropic provider'),
  ...['azure_instance', 'azure_api_version', 'azure_deployment_id'].map((name) =>
    option(['azure'], name, 'azure provider'),
  ),
  option(has(setting, '3.8') ? ['llama2'] : ['mistral', 'llama2'], 'upstream_url', 'self-hosted providers/models'),
  ...added<EntityCheck>(setting, '3.7', [
    { kind: 'custom', fields: ['route_type', 'model', 'logging'], test: completionsOfAnthropic },
  ]),
];

function completionsOfAnthropic(config: Readonly<Record<string, unknown>>): string | undefined {
  const {
    route_type: route,
    model,
    logging,
  } = config as {
    readonly route_type?: unknown;
    readonly model?: { readonly provider?: unknown };
    readonly logging?: { readonly log_statistics?: unknown };
  };
  return logging?.log_statistics === true && route === 'llm/v1/completions' && model?.provider === 'anthropic'
    ? `anthropic does not support statistics when route_type is ${route}`
    : undefined;
}

/** `kong/llm/schemas/init.lua` */
const llm = (setting: Setting): RecordSchema => ({
  fields: {
    route_type: text({
      required: true,
      oneOf: ['llm/v1/chat', 'llm/v1/completions', ...added(setting, '3.7', ['preserve'])],
    }),
    auth: auth(setting),
    model: record({
      fields: {
        provider: text({
          required: true,
          oneOf: [
            ...['openai', 'azure', 'anthropic', 'cohere', 'mistral', 'llama2'],
            ...added(setting, '3.8', ['gemini', 'bedrock']),
            ...added(setting, '3.9', ['huggingface']),
          ],
        }),
        name: text(),
        options: modelOptions(setting),
      },
    }),
    logging: record({ fields: { log_statistics: flag(!has(setting, '3.7')), log_payloads: flag(false) } }),
  },
  checks: providerChecks(setting),
});

const native = (format: Partial<Field>, then: string, value: string, fault: string): EntityCheck => ({
  kind: 'conditional',
  if: 'config.llm_format',
  matches: format,
  then,
  must: { eq: value },
  fault,
});

/** `kong/plugins/ai-proxy/schema.lua` */
export const aiProxy = (setting: Setting): Variant => {
  const { fields, checks = [] } = llm(setting);
  return {
    fields: {
      ...before(setting, '3.8', {
        consumer: foreign('consumers', { eq: null }),
        service: foreign('services', { eq: null }),
      }),
      protocols: httpProtocols,
      config: record({
        fields: {
          ...fields,
          ...since(setting, '3.7', {
            response_streaming: text({ default: 'allow', oneOf: ['allow', 'deny', 'always'] }),
          }),
          ...bodySize(setting),
          ...since(setting, '3.8', { model_name_header: boolean({ default: true }) }),
          ...format(setting),
        },
        checks,
      }),
    },
    checks: added(setting, '3.9', [
      native(
        { oneOf: ['bedrock', 'gemini'] },
        'config.route_type',
        'llm/v1/chat',
        "native provider options in llm_format can only be used with the 'llm/v1/chat' route_type",
      ),
      ...['bedrock', 'gemini'].map((provider) =>
        native(
          { eq: provider },
          'config.model.provider',
          provider,
          `native llm_format '${provider}' can only be used with the '${provider}' model.provider`,
        ),
      ),
    ]),
  };
};

const transformer = (setting: Setting, more: Readonly<Record<string, Field>>, head: Variant['fields']): Variant => ({
  fields: {
    ...head,
    protocols: httpProtocols,
    config: record({
      fields: {
        prompt: text({ required: true }),
        transformation_extract_pattern: text(),
        ...more,
        http_timeout: integer({ required: true, default: 60000 }),
        https_verify: flag(true),
        ...bodySize(setting),
        http_proxy_host: hostField,
        http_proxy_port: port,
        https_proxy_host: hostField,
        https_proxy_port: port,
        llm: { type: 'record', required: true, record: llm(setting) },
      },
    }),
  },
  checks: [
    {
      kind: 'conditional',
      if: 'config.llm.route_type',
      matches: { notOneOf: ['llm/v1/chat'] },
      then: 'config.llm.route_type',
      must: { eq: 'llm/v1/chat' },
      fault: "'config.llm.route_type' must be 'llm/v1/chat' for AI transformer plugins",
    },
    { kind: 'mutually-required', fields: ['config.http_proxy_host', 'config.http_proxy_port'] },
    { kind: 'mutually-required', fields: ['config.https_proxy_host', 'config.https_proxy_port'] },
  ],
});

/** `kong/plugins/ai-request-transformer/schema.lua` */
export const aiRequestTransformer = (setting: Setting): Variant =>
  transformer(setting, {}, { consumer: foreign('consumers', { eq: null }) });

/** `kong/plugins/ai-response-transformer/schema.lua` */
export const aiResponseTransformer = (setting: Setting): Variant =>
  transformer(
    setting,
    { parse_llm_response_json_instructions: flag(false) },
    before(setting, '3.8', { consumer: foreign('consumers', { eq: null }) }),
  );
