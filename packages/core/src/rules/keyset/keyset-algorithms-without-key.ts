import { ALGORITHMS } from '../../signature/index.ts';
import { fits, isForSignatures, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

export const keysetAlgorithmsWithoutKey: KeySetRule = {
  id: 'keyset-algorithms-without-key',
  severity: 'warning',
  basis: [rfc('OpenID Connect Discovery 1.0 §3')],
  judge: ({ reading: { keys }, announced = [] }) => {
    const usable = keys.filter((key) => key.usable !== 'no' && isForSignatures(key));
    const asymmetric = announced.flatMap((name) => {
      const algorithm = ALGORITHMS.get(name);
      return algorithm === undefined || algorithm.kty === 'oct' ? [] : [algorithm];
    });
    if (usable.length === 0 || asymmetric.length === 0) return [];
    if (asymmetric.some((algorithm) => usable.some((key) => fits(key, algorithm)))) return [];
    const found = [...new Set(usable.map(({ curve, kty }) => curve ?? kty))].join(', ');
    const wanted = asymmetric.map(({ name }) => name).join(', ');
    return [{ member: 'keys', message: `The metadata speaks of ${wanted}; the keys are ${found}.`, found, wanted }];
  },
  explain: words,
};
