import { array, type Field, flag, integer, record, text, type Variant } from '../../field.ts';
import { anyProtocols, httpProtocols, type Setting } from '../common.ts';

const texts = (rest: Partial<Field> = {}): Field => array(text(rest), { required: true, default: [] });
/** `name:value` */
const pairs = ({ rules }: Setting): Field => texts(rules.knowsFormat30 ? { match: /^[^:]+:[^]*$/ } : {});

/** `kong/plugins/request-transformer/schema.lua` */
export const requestTransformer = (setting: Setting): Variant => {
  const colon = { body: texts(), headers: pairs(setting), querystring: texts() };
  return {
    fields: {
      protocols: anyProtocols(),
      config: record({
        fields: {
          http_method: text({ match: /^[A-Z]+$/ }),
          remove: record({ fields: { body: texts(), headers: texts(), querystring: texts() } }),
          rename: record({ fields: colon }),
          replace: record({ fields: { ...colon, uri: text() } }),
          add: record({ fields: colon }),
          append: record({ fields: colon }),
        },
      }),
    },
  };
};

const JSON_TYPES = ['boolean', 'number', 'string'];

/** `kong/plugins/response-transformer/schema.lua` */
export const responseTransformer = (setting: Setting): Variant => {
  const colon = pairs(setting);
  const types = array(text({ oneOf: JSON_TYPES }), { required: true, default: [] });
  const typed = record({ fields: { json: colon, json_types: types, headers: colon } });
  return {
    fields: {
      protocols: httpProtocols,
      config: record({
        fields: {
          remove: record({ fields: { json: texts(), headers: texts() } }),
          rename: record({ fields: { ...(setting.rules.knowsFormat30 ? { json: colon } : {}), headers: colon } }),
          replace: typed,
          add: typed,
          append: typed,
        },
      }),
    },
  };
};

/** `kong/plugins/correlation-id/schema.lua` */
export const correlationId = (_: Setting): Variant => ({
  fields: {
    protocols: httpProtocols,
    config: record({
      fields: {
        header_name: text({ default: 'Kong-Request-ID' }),
        generator: text({ required: true, default: 'uuid#counter', oneOf: ['uuid', 'uuid#counter', 'tracker'] }),
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
