import type { Basis, Place, Problem } from '@why401/core';
import type { Plugin } from '../config/index.ts';
import { fromBytes } from '../wire/index.ts';

/** `jwt (service orders)`, `jwt (global)` */
export function instanceName({ name, route, service, consumer }: Plugin): string {
  const shown = (one: { readonly name: string | null; readonly id: string }): string => fromBytes(one.name ?? one.id);
  const scopes = [
    ...(route === null ? [] : [`route ${shown(route)}`]),
    ...(service === null ? [] : [`service ${shown(service)}`]),
    ...(consumer === null ? [] : [`consumer ${fromBytes(consumer.username ?? consumer.id)}`]),
  ];
  return `${name} (${scopes.join(', ') || 'global'})`;
}

/** ` (kong.yaml:12:5)`, or nothing where the place is not known. */
export function placed({ file, line, column }: Place): string {
  const where = [file, line, column].filter((part) => part !== undefined).join(':');
  return where === '' ? '' : ` (${where})`;
}

export const JWT_BASIS: readonly Basis[] = [
  { kind: 'kong-source', ref: 'kong/plugins/jwt/jwt_parser.lua@3.9.1' },
  { kind: 'recorded', ref: 'Kong 3.9.1' },
];

export const undetermined = (names: readonly string[]): Problem => ({
  code: 'kong-undetermined',
  message: `it depends on ${names.join(', ') || 'something'} that the configuration does not hold.`,
});
