import { array, boolean, type EntityCheck, foreign, integer, number, record, text, type Variant } from '../../field.ts';
import { hostField, httpProtocols, port, type Setting } from '../common.ts';
import { before, has, since } from '../dated.ts';
import { switchedOff, url } from './log-table.ts';

/** `kong/plugins/aws-lambda/schema.lua` */
export const awsLambda = (setting: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record({
      fields: {
        timeout: number({ required: true, default: 60000 }),
        keepalive: number({ required: true, default: 60000 }),
        aws_key: text({ referenceable: true, secret: true }),
        aws_secret: text({ referenceable: true, secret: true }),
        aws_region: hostField,
        function_name: text(),
        qualifier: text(),
        invocation_type: text({
          required: true,
          default: 'RequestResponse',
          oneOf: ['RequestResponse', 'Event', 'DryRun'],
        }),
        log_type: text({ required: true, default: 'Tail', oneOf: ['Tail', 'None'] }),
        host: hostField,
        port: { ...port, default: 443 },
        unhandled_status: integer({ between: [100, 999] }),
        ...switchedOff([
          'forward_request_method',
          'forward_request_uri',
          'forward_request_headers',
          'forward_request_body',
          'is_proxy_integration',
          'awsgateway_compatible',
        ]),
        proxy_url: url,
        skip_large_bodies: boolean({ default: true }),
        base64_encode_body: boolean({ default: true }),
        ...before(setting, '3.0', { proxy_scheme: text({ oneOf: ['http', 'https'] }) }),
        ...since(setting, '3.0', {
          aws_assume_role_arn: text({ referenceable: true }),
          aws_role_session_name: text({ default: 'kong' }),
        }),
        ...since(setting, '3.2', {
          aws_imds_protocol_version: text({ required: true, default: 'v1', oneOf: ['v1', 'v2'] }),
        }),
        ...since(setting, '3.3', switchedOff(['disable_https'])),
        ...since(setting, '3.8', {
          aws_sts_endpoint_url: url,
          empty_arrays_mode: text({ required: true, default: 'legacy', oneOf: ['legacy', 'correct'] }),
        }),
      },
    }),
  },
  checks: [
    { kind: 'mutually-required', fields: ['config.aws_key', 'config.aws_secret'] },
    ...(has(setting, '3.0')
      ? []
      : [{ kind: 'mutually-exclusive', fields: ['config.aws_region', 'config.host'] } as const]),
    { kind: 'custom', fields: ['config.proxy_url'], test: proxyOverHttp },
  ],
});

function proxyOverHttp({ config }: Readonly<Record<string, unknown>>): string | undefined {
  const { proxy_url: proxy } = config as { readonly proxy_url?: unknown };
  const scheme = typeof proxy === 'string' ? /^([^:]+):\/\//.exec(proxy)?.[1] : undefined;
  return scheme === undefined || scheme === 'http' ? undefined : 'proxy_url scheme must be http';
}

/** `kong/plugins/azure-functions/schema.lua` */
export const azureFunctions = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        timeout: number({ default: 600000 }),
        keepalive: number({ default: 60000 }),
        https: boolean({ default: true }),
        https_verify: boolean({ default: false }),
        apikey: text({ referenceable: true, secret: true }),
        clientid: text({ referenceable: true, secret: true }),
        appname: text({ required: true }),
        hostdomain: text({ required: true, default: 'azurewebsites.net' }),
        routeprefix: text({ default: 'api' }),
        functionname: text({ required: true }),
      },
    }),
  },
});

const PHASES = ['certificate', 'rewrite', 'access', 'header_filter', 'body_filter', 'log'];

/** `kong/plugins/pre-function/_schema.lua`, for post-function as well. Whether a text is Lua is not looked at. */
export const functions = (setting: Setting): Variant => {
  const chunks = array(text(), { required: true, default: [] });
  const old = has(setting, '3.0') ? [] : ['functions'];
  const named = (names: readonly string[]): readonly string[] => names.map((name) => `config.${name}`);
  const checks: EntityCheck[] = [{ kind: 'at-least-one-of', fields: named([...old, ...PHASES]) }];
  if (old.length > 0) checks.unshift({ kind: 'mutually-exclusive-sets', sets: [named(old), ['config.access']] });
  return {
    fields: {
      consumer: foreign('consumers', { eq: null }),
      config: record({ fields: Object.fromEntries([...old, ...PHASES].map((name) => [name, chunks])) }),
    },
    checks,
  };
};

/** `kong/plugins/grpc-gateway/schema.lua` */
export const grpcGateway = (_: Setting): Variant => ({ fields: { config: record({ fields: { proto: text() } }) } });

/** `kong/plugins/grpc-web/schema.lua` */
export const grpcWeb = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: { proto: text(), pass_stripped_path: boolean(), allow_origin_header: text({ default: '*' }) },
    }),
  },
});
