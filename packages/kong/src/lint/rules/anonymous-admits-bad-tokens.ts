import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import { type Gateway, isUnknown, type Plugin } from '../../config/index.ts';
import { fromBytes } from '../../wire/index.ts';
import { consumerNamed } from '../anonymous.ts';
import { kongSource, recorded, type SmellRule } from '../rule.ts';
import { enabled, scopeName, setting } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly plugin: string;
  readonly scope: string;
  readonly found: string;
}

const AUTHENTICATION = ['jwt', 'key-auth', 'basic-auth', 'hmac-auth'];

export const anonymousAdmitsBadTokens: SmellRule<Data> = {
  id: 'anonymous-admits-bad-tokens',
  severity: 'warning',
  basis: [kongSource('kong/plugins/jwt/handler.lua@3.9.1'), recorded('jwt-dev, anonymous set')],
  judge: ({ gateway }) =>
    enabled(gateway.plugins, ...AUTHENTICATION).flatMap((plugin) => {
      const anonymous = setting(plugin, 'anonymous');
      if (typeof anonymous !== 'string' || isUnknown(anonymous) || stopped(gateway, plugin, anonymous)) return [];
      const found = fromBytes(anonymous);
      return [{ place: plugin.place('config.anonymous'), plugin: plugin.name, scope: scopeName(plugin), found }];
    }),
  explain: ({ plugin, scope, found }) => [
    line`Whoever sends a bad or expired credential to ${scope} is let in as ${code(found)}: ${code('anonymous')} of ${plugin} catches refusals as well as silence.`,
  ],
  hint: () => 'put request-termination (status_code: 401) or acl on the anonymous consumer, or delete anonymous',
};

/** Nobody is let in: there is no such consumer, request-termination stands on it, or a list of groups around it. */
function stopped(gateway: Gateway, { route, service }: Plugin, anonymous: string): boolean {
  const consumer = consumerNamed(gateway, anonymous);
  if (consumer === undefined) return true;
  return gateway.plugins.some((other) => {
    if (!other.enabled) return false;
    const around =
      (other.route === null || other.route === route) && (other.service === null || other.service === service);
    if (other.name === 'request-termination') return other.consumer === consumer;
    return other.name === 'acl' && around;
  });
}
