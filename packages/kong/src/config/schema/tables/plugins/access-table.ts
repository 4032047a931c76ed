import { array, flag, foreign, number, record, text, type Variant } from '../../field.ts';
import { anyProtocols, headerNameField, httpProtocols, ipOrCidrField, type Setting } from '../common.ts';
import { knowsGroups } from '../groups-table.ts';

/** `kong/plugins/key-auth/schema.lua` */
export const keyAuth = ({ rules }: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        key_names: array(headerNameField, { required: true, default: ['apikey'] }),
        hide_credentials: flag(false),
        anonymous: text(),
        key_in_header: flag(true),
        key_in_query: flag(true),
        key_in_body: flag(false),
        run_on_preflight: flag(true),
        ...(rules.keyAuthRealm ? { realm: text() } : {}),
      },
    }),
  },
});

/** `blacklist` and `whitelist` before 3.0. */
const oldNames = ({ rules }: Setting) =>
  rules.dropsOldListNames
    ? {}
    : {
        shorthands: {
          blacklist: { accepts: Array.isArray, expand: (value: unknown) => ({ deny: value }) },
          whitelist: { accepts: Array.isArray, expand: (value: unknown) => ({ allow: value }) },
        },
      };

/** `kong/plugins/acl/schema.lua` */
export const acl = (setting: Setting): Variant => ({
  fields: {
    consumer: foreign('consumers', { eq: null }),
    protocols: httpProtocols,
    config: record({
      fields: {
        allow: array(text()),
        deny: array(text()),
        hide_groups_header: flag(false),
        ...(setting.rules.authenticatedGroups ? { always_use_authenticated_groups: flag(false) } : {}),
        ...(knowsGroups(setting) && setting.rules.aclReadsGroups ? { include_consumer_groups: flag(false) } : {}),
      },
      ...oldNames(setting),
    }),
  },
  checks: [
    { kind: 'only-one-of', fields: ['config.allow', 'config.deny'] },
    { kind: 'at-least-one-of', fields: ['config.allow', 'config.deny'] },
  ],
});

/** `kong/plugins/ip-restriction/schema.lua` */
export const ipRestriction = (setting: Setting): Variant => ({
  fields: {
    protocols: setting.rules.ipRestrictionStream
      ? anyProtocols({ default: ['http', 'https', 'tcp', 'tls', 'grpc', 'grpcs'] })
      : httpProtocols,
    config: record({
      fields: {
        allow: array(ipOrCidrField),
        deny: array(ipOrCidrField),
        status: number(),
        message: text(),
      },
      ...oldNames(setting),
    }),
  },
  checks: [{ kind: 'at-least-one-of', fields: ['config.allow', 'config.deny'] }],
});
