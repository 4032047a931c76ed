import { array, type EntityCheck, number, record, text, type Variant } from '../../field.ts';
import { hostField, port, type Setting } from '../common.ts';
import { added, has, since } from '../dated.ts';
import { oldQueue, queue, switchedOff } from './log-table.ts';

const COUNTERS: EntityCheck = {
  kind: 'conditional',
  if: 'stat_type',
  matches: { oneOf: ['counter', 'gauge'] },
  then: 'sample_rate',
  must: { required: true },
};

const CONSUMERS = ['consumer_id', 'custom_id', 'username'];

/** The queue that plugins for metrics have since 3.1. */
const queues = (setting: Setting) => ({
  ...since(setting, '3.1', oldQueue(setting, { required: true })),
  ...queue(setting),
});

const DATADOG_METRICS = [
  'kong_latency',
  'latency',
  'request_count',
  'request_size',
  'response_size',
  'upstream_latency',
];

/** `kong/plugins/datadog/schema.lua` */
export const datadog = (setting: Setting): Variant => {
  const metric = record(
    {
      fields: {
        name: text({ required: true, oneOf: DATADOG_METRICS }),
        stat_type: text({
          required: true,
          oneOf: ['counter', 'gauge', 'histogram', 'meter', 'set', 'timer', 'distribution'],
        }),
        tags: array(text({ match: /^.*[^:]$/s })),
        sample_rate: number({ between: [0, 1] }),
        consumer_identifier: text({ oneOf: CONSUMERS }),
      },
      checks: [COUNTERS],
    },
    { required: false },
  );
  const defaults = DATADOG_METRICS.map((name) => ({
    name,
    tags: ['app:kong'],
    consumer_identifier: 'custom_id',
    ...(name === 'request_count' ? { stat_type: 'counter', sample_rate: 1 } : { stat_type: 'timer' }),
  }));
  return {
    fields: {
      config: record({
        fields: {
          host: { ...hostField, default: 'localhost', referenceable: has(setting, '3.3') },
          port: { ...port, default: 8125 },
          prefix: text({ default: 'kong' }),
          service_name_tag: text({ default: 'name' }),
          status_tag: text({ default: 'status' }),
          consumer_tag: text({ default: 'consumer' }),
          ...queues(setting),
          metrics: array(metric, { required: true, default: defaults }),
        },
      }),
    },
  };
};

const SERVICES = ['service_id', 'service_name', 'service_host', 'service_name_or_host'];
const WORKSPACES = ['workspace_id', 'workspace_name'];

const STATSD_METRICS = [
  'kong_latency',
  'latency',
  'request_count',
  'request_per_user',
  'request_size',
  'response_size',
  'status_count',
  'status_count_per_user',
  'unique_users',
  'upstream_latency',
];
const NEW_STATSD_METRICS = ['status_count_per_workspace', 'status_count_per_user_per_route', 'shdict_usage'];

/** What a metric demanded of its fields before 3.1. */
const oldStatsdChecks = (setting: Setting): readonly EntityCheck[] => {
  if (has(setting, '3.1')) return [];
  const of = (names: readonly string[], then: string, must: { eq: string } | { required: true }): EntityCheck => ({
    kind: 'conditional',
    if: 'name',
    matches: { oneOf: names },
    then,
    must,
  });
  const perUser = ['status_count_per_user', 'request_per_user', 'unique_users'];
  return [
    of(['unique_users'], 'stat_type', { eq: 'set' }),
    of(['status_count', 'status_count_per_user', 'request_per_user'], 'stat_type', { eq: 'counter' }),
    ...(has(setting, '3.0') ? [] : [of(perUser, 'consumer_identifier', { required: true })]),
  ];
};

/** `kong/plugins/statsd/schema.lua` */
export const statsd = (setting: Setting): Variant => {
  const metric = record(
    {
      fields: {
        name: text({ required: true, oneOf: [...STATSD_METRICS, ...added(setting, '3.0', NEW_STATSD_METRICS)] }),
        stat_type: text({ required: true, oneOf: ['counter', 'gauge', 'histogram', 'meter', 'set', 'timer'] }),
        sample_rate: number({ gt: 0 }),
        consumer_identifier: text({ oneOf: CONSUMERS }),
        ...since(setting, '3.0', {
          service_identifier: text({ oneOf: SERVICES }),
          workspace_identifier: text({ oneOf: WORKSPACES }),
        }),
      },
      checks: [...oldStatsdChecks(setting), COUNTERS],
    },
    { required: false },
  );
  const metrics = array(metric, { default: statsdDefaults(setting) });
  return {
    fields: {
      config: record({
        fields: {
          host: { ...hostField, default: 'localhost' },
          port: { ...port, default: 8125 },
          prefix: text({ default: 'kong' }),
          metrics,
          ...since(setting, '3.0', {
            allow_status_codes: array(text({ match: /^\d+-\d+$/ })),
            udp_packet_size: number({ between: [0, 65507], default: 0 }),
            ...switchedOff(['use_tcp', 'hostname_in_prefix']),
            consumer_identifier_default: text({ required: true, default: 'custom_id', oneOf: CONSUMERS }),
            service_identifier_default: text({ required: true, default: 'service_name_or_host', oneOf: SERVICES }),
            workspace_identifier_default: text({ required: true, default: 'workspace_id', oneOf: WORKSPACES }),
          }),
          ...since(setting, '3.2', { tag_style: text({ oneOf: ['dogstatsd', 'influxdb', 'librato', 'signalfx'] }) }),
          ...queues(setting),
        },
      }),
    },
  };
};

function statsdDefaults(setting: Setting): readonly object[] {
  const types: Readonly<Record<string, string>> = {
    latency: 'timer',
    upstream_latency: 'timer',
    kong_latency: 'timer',
    unique_users: 'set',
    shdict_usage: 'gauge',
    ...(has(setting, '3.1') ? {} : { request_size: 'timer', response_size: 'timer' }),
  };
  return [...STATSD_METRICS, ...added(setting, '3.0', NEW_STATSD_METRICS)].map((name) => {
    const type = types[name] ?? 'counter';
    const perUser = !has(setting, '3.0') && /user/.test(name);
    return {
      name,
      stat_type: type,
      ...(type === 'counter' || type === 'gauge' ? { sample_rate: 1 } : {}),
      ...(perUser ? { consumer_identifier: 'custom_id' } : {}),
    };
  });
}

/** `kong/plugins/prometheus/schema.lua` */
export const prometheus = (setting: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        ...switchedOff(['per_consumer']),
        ...since(
          setting,
          '3.0',
          switchedOff(['status_code_metrics', 'latency_metrics', 'bandwidth_metrics', 'upstream_health_metrics']),
        ),
        ...since(setting, '3.8', switchedOff(['ai_metrics'])),
      },
    }),
  },
});
