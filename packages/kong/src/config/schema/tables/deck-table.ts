import type { EntityName, Field } from '../field.ts';

const anything: Field = { type: 'any' };

/** Keys at the root of a decK file that are not Kong's, or Kong's Enterprise edition's. */
export const DECK_ROOT: Readonly<Record<string, Field>> = Object.fromEntries(
  (
    '_info _workspace _konnect _plugin_configs licenses rbac_roles rbac_endpoints service_packages ' +
    'partials custom_plugins cloned_plugins custom_entities'
  )
    .split(' ')
    .map((key) => [key, anything]),
);

/** Keys of entities that decK or the Enterprise edition knows. */
export const DECK_FIELDS: Readonly<Record<EntityName, Readonly<Record<string, Field>>>> = {
  plugins: {
    _config: anything,
    partials: anything,
    ordering: anything,
    condition: anything,
  },
  consumers: { groups: anything, mtls_auth_credentials: anything },
  /** Before 3.4 their plugins are settings of rate-limiting-advanced. */
  consumer_groups: { consumers: anything, plugins: anything },
};

/** decK names the versions of its own format. */
export const DECK_VERSIONS = ['0.1', '1.1', '2.1', '3.0'];
