import { toBytes } from '../../../../wire/index.ts';
import { pcreFault } from '../../../languages/pcre/index.ts';
import { array, type Field, flag, foreign, number, record, text, type Variant } from '../../field.ts';
import { httpProtocols, type Setting } from '../common.ts';

const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];

const isRegex = (pattern: string, { rules }: Setting): boolean =>
  pcreFault(toBytes(pattern), rules.pcre2 ? 'pcre2' : 'pcre') === undefined;

const origin =
  (setting: Setting) =>
  (value: string): string | undefined =>
    value === '*' || isRegex(value, setting) ? undefined : `'${value}' is not a valid regex`;

const userAgent = (setting: Setting): Field =>
  text({ test: (value: string) => (isRegex(value, setting) ? undefined : `not a valid regex: ${value}`) });

/** `kong/plugins/cors/schema.lua` */
export const cors = (setting: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        origins: array(text({ test: origin(setting) })),
        headers: array(text()),
        exposed_headers: array(text()),
        methods: array(text({ oneOf: METHODS }), { default: METHODS }),
        max_age: number(),
        credentials: flag(false),
        ...(setting.rules.privateNetwork ? { private_network: flag(false) } : {}),
        preflight_continue: flag(false),
      },
    }),
  },
});

/** `kong/plugins/bot-detection/schema.lua` */
export const botDetection = (setting: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: { allow: array(userAgent(setting), { default: [] }), deny: array(userAgent(setting), { default: [] }) },
      ...(setting.rules.dropsOldListNames
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
