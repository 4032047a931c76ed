import { array, type Field, flag, integer, record, text, type Variant } from '../../field.ts';
import { headerName } from '../../formats/name.ts';
import { anyProtocols, httpProtocols, type Setting } from '../common.ts';
import { has, since } from '../dated.ts';

const list = (rest: Partial<Field> = {}): Field => array(text(rest), { required: true, default: [] });
/** `name:value` */
const PAIR = /^[^:]+:[^]*$/;

const isHeader = (name: string): boolean => headerName(name) === undefined;
const split = (pair: string): readonly [name: string, value: string] => {
  const [, name = '', value = ''] = /^([^:]+):*([^]*)$/.exec(pair) ?? [];
  return [name, value];
};
const notHeader = (name: string): string => `'${name}' is not a valid header`;

const namesHeader = (pair: string): string | undefined => {
  const [name] = split(pair);
  return isHeader(name) ? undefined : notHeader(name);
};

const namesHeaders = (pair: string): string | undefined => {
  const bad = split(pair).find((name) => !isHeader(name));
  return bad === undefined ? undefined : notHeader(bad);
};

/** Whether what `$(…)` holds is Lua is not looked at. */
const hasValue = (pair: string): string | undefined => {
  const [name, value] = split(pair);
  return value === '' ? `key '${name}' has no value` : undefined;
};

/** `kong/plugins/request-transformer/schema.lua` */
export const requestTransformer = (_: Setting): Variant => {
  const values = list({ test: hasValue });
  const written = { body: values, headers: list({ match: PAIR, test: namesHeader }), querystring: values };
  return {
    fields: {
      protocols: anyProtocols(),
      config: record({
        fields: {
          http_method: text({ match: /^[A-Z]+$/ }),
          remove: record({ fields: { body: list(), headers: list({ test: namesHeader }), querystring: list() } }),
          rename: record({ fields: { ...written, headers: list({ match: PAIR, test: namesHeaders }) } }),
          replace: record({ fields: { ...written, uri: text() } }),
          add: record({ fields: written }),
          append: record({ fields: written }),
        },
      }),
    },
  };
};

const JSON_TYPES = ['boolean', 'number', 'string'];

/** `kong/plugins/response-transformer/schema.lua` */
export const responseTransformer = (setting: Setting): Variant => {
  const pairs = list({ match: PAIR });
  const types = array(text({ oneOf: JSON_TYPES }), { required: true, default: [] });
  const typed = record({ fields: { json: pairs, json_types: types, headers: pairs } });
  return {
    fields: {
      protocols: httpProtocols,
      config: record({
        fields: {
          remove: record({ fields: { json: list(), headers: list() } }),
          rename: record({
            fields: { ...since(setting, '3.8', { json: pairs }), headers: list({ match: PAIR, test: namesHeaders }) },
          }),
          replace: typed,
          add: typed,
          append: typed,
        },
      }),
    },
  };
};

/** `kong/plugins/correlation-id/schema.lua` */
export const correlationId = (setting: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record({
      fields: {
        header_name: text({ default: 'Kong-Request-ID' }),
        generator: text({
          required: has(setting, '3.8'),
          default: 'uuid#counter',
          oneOf: ['uuid', 'uuid#counter', 'tracker'],
        }),
        echo_downstream: flag(false),
      },
    }),
  },
});

/** `kong/plugins/request-size-limiting/schema.lua` */
export const requestSizeLimiting = (_: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record({
      fields: {
        allowed_payload_size: integer({ default: 128 }),
        size_unit: text({ required: true, default: 'megabytes', oneOf: ['megabytes', 'kilobytes', 'bytes'] }),
        require_content_length: flag(false),
      },
    }),
  },
});
