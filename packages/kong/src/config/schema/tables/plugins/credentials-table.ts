import { array, flag, foreign, number, record, text, type Variant } from '../../field.ts';
import { httpProtocols, type Setting } from '../common.ts';

/** `kong/plugins/basic-auth/schema.lua` */
export const basicAuth = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        anonymous: text(),
        hide_credentials: flag(false),
        ...(rules.basicAuthRealm ? { realm: text({ required: true, default: 'service' }) } : {}),
      },
    }),
  },
});

const HMAC_ALGORITHMS = ['hmac-sha1', 'hmac-sha256', 'hmac-sha384', 'hmac-sha512'];

/** `kong/plugins/hmac-auth/schema.lua` */
export const hmacAuth = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        hide_credentials: flag(false),
        clock_skew: number({ default: 300, gt: 0 }),
        anonymous: text(),
        validate_request_body: flag(false),
        enforce_headers: array(text(), { default: [] }),
        algorithms: array(text({ oneOf: HMAC_ALGORITHMS }), { default: HMAC_ALGORITHMS }),
        ...(rules.hmacAuthRealm ? { realm: text() } : {}),
      },
    }),
  },
});
