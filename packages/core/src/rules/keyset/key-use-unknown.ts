import { ofKey, words } from './look.ts';
import { type KeySetRule, rfc } from './rule.ts';

const KNOWN: ReadonlySet<string> = new Set(['sig', 'enc']);

export const keyUseUnknown: KeySetRule = {
  id: 'key-use-unknown',
  severity: 'warning',
  basis: [rfc('RFC 7517 §4.2')],
  judge: ({ reading: { keys } }) =>
    keys.flatMap((key) =>
      key.use === undefined || KNOWN.has(key.use)
        ? []
        : [
            ofKey(key, {
              message: `Its use is ${JSON.stringify(key.use.slice(0, 40))}; sig and enc are the ones that are defined, in lower case.`,
              found: key.use,
              wanted: 'sig or enc',
            }),
          ],
    ),
  explain: words,
};
