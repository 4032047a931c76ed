import { isObject, type Json } from '@why401/core/json';
import type { Gateway } from '@why401/kong/config';
import type { CredentialNames } from './mask.ts';

/** Members of plugins' configurations that name where a credential is sent. */
const NAMING = [
  'key_names',
  'uri_param_names',
  'cookie_names',
  'header_names',
  'bearer_token_param_type',
  'id_token_param_name',
  'client_credentials_param_name',
];

/** Names of headers, parameters and cookies under which this gateway takes credentials. Lower case. */
export function credentialNamesOf(gateway: Gateway | null): CredentialNames {
  const configs = (gateway?.plugins ?? []).flatMap(({ raw }) => {
    const config = isObject(raw as Json) ? (raw as { config?: Json }).config : undefined;
    return isObject(config) ? [config] : [];
  });
  const names = configs.flatMap((config) => NAMING.map((name) => config[name])).flat();
  return new Set(names.flatMap((name) => (typeof name === 'string' ? [name.toLowerCase()] : [])));
}
