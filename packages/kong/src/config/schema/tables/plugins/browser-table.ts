import { array, flag, foreign, number, record, text, type Variant } from '../../field.ts';
import { httpProtocols, type Setting } from '../common.ts';

const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];

/** `kong/plugins/cors/schema.lua` */
export const cors = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        origins: array(text()),
        headers: array(text()),
        exposed_headers: array(text()),
        methods: array(text({ oneOf: METHODS }), { default: METHODS }),
        max_age: number(),
        credentials: flag(false),
        ...(rules.privateNetwork ? { private_network: flag(false) } : {}),
        preflight_continue: flag(false),
      },
    }),
  },
});

/** `kong/plugins/bot-detection/schema.lua` */
export const botDetection = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: { allow: array(text(), { default: [] }), deny: array(text(), { default: [] }) },
      ...(rules.dropsOldListNames
        ? {}
        : {
            shorthands: {
              blacklist: { accepts: Array.isArray, expand: (value: unknown) => ({ deny: value }) },
              whitelist: { accepts: Array.isArray, expand: (value: unknown) => ({ allow: value }) },
            },
          }),
    }),
  },
});
