import { suspiciousCharacters } from '../../issuer/index.ts';
import { line, value } from '../../report/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { assumed, rfc, type TokenRule } from './rule.ts';

export const issMixedScript: TokenRule<{ readonly found: string; readonly names: readonly string[] }> = {
  id: 'iss-mixed-script',
  severity: 'warning',
  basis: [rfc('RFC 8725 §3.10'), assumed('UTS #39 (confusable characters)')],
  strict: false,
  looksAt: 'token',
  judge: ({ token, claims }: TokenEvidence) => {
    const iss = claims?.iss;
    if (typeof iss !== 'string' || (token.kind === 'jws' && token.plain)) return undefined;
    const alike = suspiciousCharacters(iss).filter(({ kind }) => kind === 'look-alike');
    if (alike.length === 0) return undefined;
    return { found: iss, names: alike.map(({ name, like }) => `${name}, which looks like ${like ?? '?'}`) };
  },
  explain: ({ found, names }) => [
    line`The issuer ${value(found)} holds ${names[0] ?? 'a letter of another script'}.`,
    ...names.slice(1).map((name) => line`Also ${name}.`),
  ],
};
