import type { Place } from '@why401/core';
import { code, line } from '@why401/core/report';
import { fromBytes } from '../../wire/index.ts';
import { kongSource, rfc, type SmellRule } from '../rule.ts';
import { enabled, scopeName, setting, texts } from '../shown.ts';

interface Data {
  readonly place: Place;
  readonly scope: string;
  readonly found: string;
}

export const tokenInUrl: SmellRule<Data> = {
  id: 'token-in-url',
  severity: 'warning',
  basis: [rfc('RFC 6750 §5.3'), kongSource('kong/plugins/jwt/schema.lua@3.9.1')],
  judge: ({ gateway }) =>
    enabled(gateway.plugins, 'jwt').flatMap((plugin) => {
      const names = texts(setting(plugin, 'uri_param_names')).map(fromBytes);
      if (names.length === 0) return [];
      return [{ place: plugin.place('config.uri_param_names'), scope: scopeName(plugin), found: names.join(', ') }];
    }),
  explain: ({ scope, found }) => [
    line`The jwt plugin for ${scope} takes tokens out of the URL (${code(`?${found.split(', ')[0]}=`)}), where access logs, browser histories and Referer headers keep them.`,
  ],
  hint: () => 'set uri_param_names: [] where no caller needs it',
};
