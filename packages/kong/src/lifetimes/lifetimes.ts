import type { Crypto, Problem } from '@why401/core';
import { member, type Token } from '@why401/core/parse';
import type { GatewayLife } from '@why401/core/timeline';
import type { Gateway, Plugin } from '../config/index.ts';
import type { Release } from '../versions/index.ts';
import { jwtLife } from './jwt.ts';
import { openidConnectLife } from './openid-connect.ts';
import { instanceName, JWT_BASIS } from './words.ts';

export interface LifetimeOptions {
  readonly gateway: Gateway;
  readonly release: Release;
  /** The instances that the token meets; all enabled ones where nobody chose. */
  readonly plugins?: readonly Plugin[];
  /** With it, a token whose signature no credential verifies is known to be refused at any time. */
  readonly crypto?: Crypto;
}

/** What ends a token's life in Kong: one answer for each instance of an auth plugin, equal instances once. */
export function lifetimesOf(token: Token, options: LifetimeOptions): GatewayLife[] {
  const { gateway, plugins = gateway.plugins } = options;
  const groups = new Map<string, Plugin[]>();
  for (const plugin of plugins) {
    if (!plugin.enabled || LIVES[plugin.name] === undefined) continue;
    const id = `${plugin.name} ${JSON.stringify(plugin.config ?? plugin.raw)}`;
    groups.set(id, [...(groups.get(id) ?? []), plugin]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    const life = first && LIVES[first.name]?.(first, token, options);
    if (first === undefined || life === undefined) return [];
    const name = others.length === 0 ? life.name : `${life.name} and ${others.length} more`;
    return [{ ...life, name }];
  });
}

type LifeOf = (plugin: Plugin, token: Token, options: LifetimeOptions) => GatewayLife;

const LIVES: Readonly<Record<string, LifeOf | undefined>> = {
  jwt: (plugin, token, { gateway, release, crypto }) =>
    gateway.refusals.length > 0
      ? refused(plugin)
      : jwtLife({ plugin, gateway, release, token: token.text, crypto }, birthOf(token)),
  'openid-connect': (plugin, token, { gateway }) =>
    gateway.refusals.length > 0 ? refused(plugin) : openidConnectLife(plugin, token),
};

function birthOf(token: Token): number | null {
  const iat = token.kind === 'jws' && token.claims !== undefined ? member(token.claims, 'iat') : undefined;
  return typeof iat === 'number' ? iat * 1000 : null;
}

const CONFIG_REFUSED: Problem = {
  code: 'config-refused',
  message: 'Kong refuses this configuration, so it is not the one that runs.',
};

const refused = (plugin: Plugin): GatewayLife => ({
  name: instanceName(plugin),
  window: { kind: 'unknown', problem: CONFIG_REFUSED },
  basis: JWT_BASIS,
  ends: [],
  notEnds: [],
});
