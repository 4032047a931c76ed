import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import { isUnknown } from '../../config/index.ts';
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

export const anonymousConsumerMissing: SmellRule<Data> = {
  id: 'anonymous-consumer-missing',
  severity: 'error',
  basis: [kongSource('kong/plugins/jwt/handler.lua@3.9.1'), recorded('jwt-dev, anonymous names nobody')],
  judge: ({ gateway }) => {
    if (gateway.unmodelled.some(({ what }) => what.startsWith('field:_info'))) return [];
    return enabled(gateway.plugins, 'jwt', 'key-auth', 'basic-auth', 'hmac-auth').flatMap((plugin) => {
      const anonymous = setting(plugin, 'anonymous');
      if (typeof anonymous !== 'string' || isUnknown(anonymous) || consumerNamed(gateway, anonymous)) return [];
      const found = fromBytes(anonymous);
      return [{ place: plugin.place('config.anonymous'), plugin: plugin.name, scope: scopeName(plugin), found }];
    });
  },
  explain: ({ plugin, scope, found }) => [
    line`Requests without a good credential for ${scope} get 500: ${code('anonymous')} of ${plugin} is ${code(found)}, and no consumer has that id or username.`,
  ],
  hint: () => 'correct the name, or add the consumer',
};
