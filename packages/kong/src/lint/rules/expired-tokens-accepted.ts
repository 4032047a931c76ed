import { code, line } from '@why401/core/report';
import { kongSource, recorded, type SmellRule } from '../rule.ts';
import { enabled, scopeName, setting, texts } from '../shown.ts';

interface Data {
  readonly place: ReturnType<import('../../config/index.ts').Plugin['place']>;
  readonly scope: string;
  readonly wanted: string;
}

export const expiredTokensAccepted: SmellRule<Data> = {
  id: 'expired-tokens-accepted',
  severity: 'warning',
  basis: [kongSource('kong/plugins/jwt/schema.lua@3.9.1'), recorded('jwt-dev, claims_to_verify unset')],
  judge: ({ gateway }) =>
    enabled(gateway.plugins, 'jwt')
      .filter((plugin) => !plugin.unknownFields?.some((field) => field.startsWith('config')))
      .filter((plugin) => !texts(setting(plugin, 'claims_to_verify')).includes('exp'))
      .map((plugin) => ({
        place: plugin.place('config.claims_to_verify'),
        scope: scopeName(plugin),
        wanted: 'claims_to_verify: [exp]',
      })),
  explain: ({ scope }) => [
    line`The jwt plugin for ${scope} takes expired tokens: ${code('claims_to_verify')} does not name ${code('exp')}.`,
  ],
  hint: () => 'set claims_to_verify: [exp, nbf]',
};
