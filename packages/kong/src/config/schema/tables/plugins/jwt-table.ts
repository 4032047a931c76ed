import { flag, foreign, number, record, set, text, type Variant } from '../../field.ts';
import { httpProtocols, type Setting } from '../common.ts';

/** `kong/plugins/jwt/schema.lua` */
export const jwt = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        uri_param_names: set(text(), { default: ['jwt'] }),
        cookie_names: set(text(), { default: [] }),
        key_claim_name: text({ default: 'iss' }),
        secret_is_base64: flag(false),
        claims_to_verify: set(text({ oneOf: ['exp', 'nbf'] })),
        anonymous: text(),
        run_on_preflight: flag(true),
        maximum_expiration: number({ default: 0, between: [0, 31536000] }),
        header_names: set(text(), { default: ['authorization'] }),
        ...(rules.jwtRealm ? { realm: text() } : {}),
      },
    }),
  },
  checks: [
    {
      kind: 'conditional',
      if: 'config.maximum_expiration',
      matches: { gt: 0 },
      then: 'config.claims_to_verify',
      must: { contains: 'exp' },
    },
  ],
});
