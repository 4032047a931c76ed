import { isObject } from '../../json/index.ts';
import { code, line } from '../../report/index.ts';
import { rfc, type TokenRule } from './rule.ts';

const METHODS: Readonly<Record<string, string>> = {
  jkt: 'a DPoP proof',
  'x5t#S256': 'a client certificate (mutual TLS)',
  jwk: 'a proof with the private key',
  kid: 'a proof with the key of that id',
  jku: 'a proof with the key at that address',
};

export const boundTokenCnf: TokenRule<{ readonly found: string; readonly needs: string }> = {
  id: 'bound-token-cnf',
  severity: 'info',
  basis: [rfc('RFC 7800 §3.1'), rfc('RFC 9449 §6'), rfc('RFC 8705 §3')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims }) => {
    const cnf = claims?.cnf;
    if (cnf === undefined) return undefined;
    const names = isObject(cnf) ? Object.keys(cnf) : [];
    const method = names.find((name) => Object.hasOwn(METHODS, name));
    return {
      found: names.join(', '),
      needs: (method === undefined ? undefined : METHODS[method]) ?? 'a proof of possession',
    };
  },
  explain: ({ found, needs }) => [
    line`The token is bound to a key (cnf: ${code(found === '' ? 'no method' : found)}) and cannot be used alone.`,
    line`The request also needs ${needs}. Kong’s jwt plugin does not look at cnf.`,
  ],
};
