import { ENCRYPTION, type Key } from '../../keys/index.ts';
import { ALGORITHMS } from '../../signature/index.ts';
import { ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keyUseConflict: KeySetRule = {
  id: 'key-use-conflict',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.2'), rfc('RFC 7517 §4.3')],
  judge: ({ reading: { keys } }) =>
    keys.flatMap((key) => {
      const conflict = conflictOf(key);
      return conflict === undefined
        ? []
        : [ofKey(key, { message: `It contradicts itself: ${conflict}.`, found: conflict })];
    }),
  explain: words,
};

const SIGNING: ReadonlySet<string> = new Set(['sign', 'verify']);

function conflictOf({ use, keyOps, alg }: Key): string | undefined {
  const other = keyOps?.find((operation) => SIGNING.has(operation) === (use === 'enc'));
  if (other !== undefined && (use === 'enc' || use === 'sig')) return `use ${use} with key_ops ${other}`;
  if (use === 'sig' && alg !== undefined && ENCRYPTION.has(alg)) return `use sig with alg ${alg}`;
  return use === 'enc' && alg !== undefined && ALGORITHMS.has(alg) ? `use enc with alg ${alg}` : undefined;
}
