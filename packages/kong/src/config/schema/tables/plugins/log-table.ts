import {
  array,
  boolean,
  type Field,
  flag,
  integer,
  map,
  number,
  record,
  set,
  text,
  type Variant,
} from '../../field.ts';
import { urlTest, userinfoOf } from '../../formats/url.ts';
import { headerNameField, hostField, port, type Setting } from '../common.ts';
import { before, has, since } from '../dated.ts';

export const url: Field = text({ test: urlTest });

/** `custom_fields_by_lua`: whether it is Lua is not looked at. */
const CUSTOM_FIELDS = { custom_fields_by_lua: map(text(), text()) };

const RETRY_DELAY: Partial<Field> = { between: [0.001, 1000000] };

/** `kong/tools/queue_schema.lua` */
const queueRecord = (setting: Setting, rest: Partial<Field>): Field => {
  const whole = has(setting, '3.4') ? integer : number;
  const delay = has(setting, '3.4') ? RETRY_DELAY : {};
  return record(
    {
      fields: {
        max_batch_size: whole({ default: 1, between: [1, 1000000] }),
        max_coalescing_delay: number({ default: 1, between: [0, 3600] }),
        max_entries: whole({ default: 10000, between: [1, 1000000] }),
        max_bytes: whole(),
        max_retry_time: number({ default: 60 }),
        initial_retry_delay: number({ default: 0.01, ...delay }),
        max_retry_delay: number({ default: 60, ...delay }),
        ...since(setting, '3.8', { concurrency_limit: integer({ default: 1, oneOf: [-1, 1] }) }),
      },
    },
    rest,
  );
};

export const queue = (setting: Setting, rest: Partial<Field> = {}) =>
  since(setting, '3.3', { queue: queueRecord(setting, rest) });

/** Settings of the queues before 3.3; still read, to no effect. */
export const oldQueue = (setting: Setting, rest: Partial<Field> = {}) => ({
  ...before(setting, '3.3', {
    retry_count: integer({ default: 10, ...rest }),
    queue_size: integer({ default: 1, ...rest }),
    flush_timeout: number({ default: 2, ...rest }),
  }),
  ...since(setting, '3.3', { retry_count: integer(), queue_size: integer(), flush_timeout: number() }),
});

/** `kong/plugins/file-log/schema.lua` */
export const fileLog = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        path: text({ required: true, match: /^[^*&%\\`]+$/, fault: 'not a valid filename' }),
        reopen: flag(false),
        ...CUSTOM_FIELDS,
      },
    }),
  },
});

const FORBIDDEN = ['Host', 'Content-Length', 'Content-Type'].map((name) => ({
  pattern: new RegExp(`^${name}$`, 'i'),
  fault: `cannot contain '${name}' header`,
}));

/** `kong/plugins/http-log/schema.lua` */
export const httpLog = (setting: Setting): Variant => {
  const value = text({ referenceable: has(setting, '3.2') });
  const utf8 = has(setting, '3.3') ? ['application/json; charset=utf-8'] : [];
  return {
    fields: {
      config: record(
        {
          fields: {
            http_endpoint: { ...url, required: true, referenceable: has(setting, '3.2') },
            method: text({ default: 'POST', oneOf: ['POST', 'PUT', 'PATCH'] }),
            content_type: text({ default: 'application/json', oneOf: ['application/json', ...utf8] }),
            timeout: number({ default: 10000 }),
            keepalive: number({ default: 60000 }),
            ...oldQueue(setting),
            headers: map({ ...headerNameField, matchNone: FORBIDDEN }, has(setting, '3.0') ? value : array(text())),
            ...queue(setting),
            ...CUSTOM_FIELDS,
          },
        },
        { test: oneAuthorization },
      ),
    },
  };
};

function oneAuthorization({ http_endpoint: endpoint, headers }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof endpoint !== 'string' || userinfoOf(endpoint) === undefined) return undefined;
  return typeof headers === 'object' && headers && Object.keys(headers).some((name) => /^authorization$/i.test(name))
    ? "specifying both an 'Authorization' header and user info in 'http_endpoint' is not allowed"
    : undefined;
}

/** `kong/plugins/tcp-log/schema.lua` */
export const tcpLog = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        host: { ...hostField, required: true },
        port: { ...port, required: true },
        timeout: number({ default: 10000 }),
        keepalive: number({ default: 60000 }),
        tls: flag(false),
        tls_sni: text(),
        ...CUSTOM_FIELDS,
      },
    }),
  },
});

/** `kong/plugins/udp-log/schema.lua` */
export const udpLog = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        host: { ...hostField, required: true },
        port: { ...port, required: true },
        timeout: number({ default: 10000 }),
        ...CUSTOM_FIELDS,
      },
    }),
  },
});

const LEVELS = ['debug', 'info', 'notice', 'warning', 'err', 'crit', 'alert', 'emerg'];
const SEVERITIES = ['log_level', 'successful_severity', 'client_errors_severity', 'server_errors_severity'];
const severities = (rest: Partial<Field>) =>
  Object.fromEntries(SEVERITIES.map((name) => [name, text({ default: 'info', oneOf: LEVELS, ...rest })]));

const FACILITIES = (
  'auth authpriv cron daemon ftp kern lpr mail news syslog user uucp ' +
  'local0 local1 local2 local3 local4 local5 local6 local7'
).split(' ');

/** `kong/plugins/syslog/schema.lua` */
export const syslog = (setting: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        ...severities({ required: true }),
        ...CUSTOM_FIELDS,
        facility: text({ oneOf: FACILITIES, ...(has(setting, '3.0') ? { default: 'user', required: true } : {}) }),
      },
    }),
  },
});

/** `kong/plugins/loggly/schema.lua` */
export const loggly = (_: Setting): Variant => ({
  fields: {
    config: record({
      fields: {
        host: { ...hostField, default: 'logs-01.loggly.com' },
        port: { ...port, default: 514 },
        key: text({ required: true, referenceable: true, secret: true }),
        tags: set(text(), { default: ['kong'] }),
        ...severities({}),
        timeout: number({ default: 10000 }),
        ...CUSTOM_FIELDS,
      },
    }),
  },
});

export const switchedOff = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, boolean({ default: false })]));
