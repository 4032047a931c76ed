import { placeholdersOf, wellKnownOf } from '@why401/core/metadata';
import type { NamedIssuer } from '@why401/core/verdict';
import { type Gateway, isUnknown, MADE_UP } from '../config/index.ts';
import { fromBytes } from '../wire/index.ts';

/** Where a configuration names an issuer: keys of the jwt plugin's credentials, `config.issuer` of openid-connect. */
export function gatewayIssuers({ jwtSecrets, plugins }: Gateway): readonly NamedIssuer[] {
  return [
    ...jwtSecrets
      .filter(({ key }) => !isUnknown(key) && key !== MADE_UP)
      .map((one) => ({ source: 'config', name: 'key', value: fromBytes(one.key), place: one.place('key') })),
    ...plugins.flatMap((plugin) => {
      const value = plugin.name === 'openid-connect' ? issuerOf(plugin.raw) : undefined;
      return value === undefined
        ? []
        : [{ source: 'config', name: 'issuer', ...value, place: plugin.place('config.issuer') }];
    }),
  ];
}

/** `config.issuer`: an issuer, or the address of its document. */
function issuerOf(raw: unknown): Pick<NamedIssuer, 'value' | 'isOfAddress'> | undefined {
  const issuer = memberOf(memberOf(raw, 'config'), 'issuer');
  if (typeof issuer !== 'string' || placeholdersOf(issuer).length > 0) return undefined;
  const address = wellKnownOf(issuer);
  return address === undefined ? { value: issuer } : { value: address.issuer, isOfAddress: true };
}

function memberOf(value: unknown, name: string): unknown {
  if (value instanceof Map) return value.get(name);
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
