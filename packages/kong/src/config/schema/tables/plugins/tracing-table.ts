import { array, type Field, flag, integer, map, number, record, text, type Variant } from '../../field.ts';
import { urlTest } from '../../formats/url.ts';
import { headerNameField, httpProtocols, type Setting } from '../common.ts';
import { added, before, has, since } from '../dated.ts';
import { queue, url } from './log-table.ts';

const TIMEOUT: Partial<Field> = { between: [0, 2 ** 31 - 2] };

const timeouts = (connect: number): Readonly<Record<string, Field>> => ({
  connect_timeout: integer({ default: connect, ...TIMEOUT }),
  send_timeout: integer({ default: 5000, ...TIMEOUT }),
  read_timeout: integer({ default: 5000, ...TIMEOUT }),
});

const EXTRACTED = ['datadog', 'b3', 'gcp', 'jaeger', 'aws', 'ot', 'w3c'];
const INJECTED = ['datadog', 'b3', 'gcp', 'b3-single', 'jaeger', 'aws', 'ot', 'w3c'];

/** `kong/observability/tracing/propagation/schema.lua`. The order of its words is another one in each process. */
const propagation = (setting: Setting, format: string) =>
  since(setting, '3.7', {
    propagation: record(
      {
        fields: {
          extract: array(text({ oneOf: EXTRACTED })),
          clear: array(headerNameField),
          inject: array(text({ oneOf: ['preserve', ...INJECTED] })),
          default_format: text({ required: true, oneOf: INJECTED }),
        },
      },
      { default: { default_format: format } },
    ),
  });

/** `kong/plugins/opentelemetry/schema.lua` */
export const opentelemetry = (setting: Setting): Variant => {
  const endpoint = { ...url, referenceable: has(setting, '3.4') };
  const split = has(setting, '3.8');
  const attributes = map(text(), text(), { test: noEmptyAttribute });
  const words = ['preserve', 'ignore', 'b3', 'b3-single', 'w3c', 'jaeger', 'ot'];
  const headers = [...words, ...added(setting, '3.4', ['aws']), ...added(setting, '3.5', ['gcp'])];
  const start = has(setting, '3.6') ? { default: { max_batch_size: 200 } } : {};
  return {
    fields: {
      ...before(
        setting,
        '3.2',
        Object.fromEntries(['consumer', 'service', 'route'].map((name) => [name, nothing(name)])),
      ),
      protocols: httpProtocols,
      config: record({
        fields: {
          ...since(setting, '3.8', { traces_endpoint: endpoint, logs_endpoint: endpoint }),
          ...before(setting, '3.8', { endpoint: { ...endpoint, required: true } }),
          headers: map(headerNameField, text({ referenceable: has(setting, '3.1') })),
          resource_attributes: attributes,
          ...queue(setting, start),
          ...before(setting, '3.3', {
            batch_span_count: integer({ required: true, default: 200 }),
            batch_flush_delay: integer({ required: true, default: 3 }),
          }),
          ...since(setting, '3.3', {
            batch_span_count: integer(),
            batch_flush_delay: integer(),
            http_response_header_for_traceid: text(),
            header_type: text({ default: 'preserve', oneOf: [...headers, ...added(setting, '3.7', ['datadog'])] }),
          }),
          ...timeouts(1000),
          ...since(setting, '3.6', { sampling_rate: number({ between: [0, 1] }) }),
          ...propagation(setting, 'w3c'),
        },
        ...(split
          ? {
              checks: [{ kind: 'at-least-one-of', fields: ['traces_endpoint', 'logs_endpoint'] }],
              shorthands: {
                endpoint: {
                  accepts: (value: unknown) => value === null || (typeof value === 'string' && isUrl(value)),
                  deprecated: true,
                  expand: (value: unknown) => ({ traces_endpoint: value }),
                },
              },
            }
          : {}),
      }),
    },
  };
};

const isUrl = (value: string): boolean => value.startsWith('{vault://') || urlTest(value) === undefined;

const nothing = (name: string): Field => ({ type: 'foreign', reference: `${name}s`, eq: null });

const noEmptyAttribute = (attributes: Readonly<Record<string, unknown>>): string | undefined =>
  Object.values(attributes).includes('') ? 'required field missing' : undefined;

const RESERVED_TAGS = (
  'error http.method http.path http.status_code kong.balancer.state kong.balancer.try kong.consumer kong.credential ' +
  'kong.node.id kong.route kong.service lc peer.hostname'
).split(' ');

/** `kong/plugins/zipkin/schema.lua` */
export const zipkin = (setting: Setting): Variant => {
  const words = ['b3', 'b3-single', 'w3c', 'jaeger', 'ot', ...added(setting, '3.4', ['aws'])];
  const newest = has(setting, '3.7') ? ['datadog', 'gcp'] : added(setting, '3.5', ['gcp']);
  const headers = [...words, ...newest];
  const tag = record(
    {
      fields: {
        name: text({ required: true, notOneOf: RESERVED_TAGS }),
        value: text({ required: true }),
      },
    },
    { required: false },
  );
  return {
    fields: {
      config: record({
        fields: {
          local_service_name: text({ required: true, default: 'kong' }),
          http_endpoint: url,
          sample_ratio: number({ default: 0.001, between: [0, 1] }),
          default_service_name: text(),
          include_credential: flag(true),
          traceid_byte_count: integer({ required: true, default: 16, oneOf: [8, 16] }),
          header_type: text({ required: true, default: 'preserve', oneOf: ['preserve', 'ignore', ...headers] }),
          default_header_type: text({ required: true, default: 'b3', oneOf: headers }),
          tags_header: text({ required: true, default: 'Zipkin-Tags' }),
          static_tags: array(tag, { test: distinctTags }),
          ...since(setting, '3.0', {
            http_span_name: text({ required: true, default: 'method', oneOf: ['method', 'method_path'] }),
            ...timeouts(2000),
          }),
          ...since(setting, '3.1', { http_response_header_for_traceid: text() }),
          ...since(setting, '3.2', {
            phase_duration_flavor: text({ required: true, default: 'annotations', oneOf: ['annotations', 'tags'] }),
          }),
          ...queue(setting),
          ...propagation(setting, 'b3'),
        },
      }),
    },
  };
};

function distinctTags(tags: readonly Readonly<Record<string, unknown>>[] | object): string | undefined {
  if (!Array.isArray(tags)) return undefined;
  const names = (tags as readonly Readonly<Record<string, unknown>>[]).map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  return twice === undefined ? undefined : `repeated tags are not allowed: ${String(twice)}`;
}
