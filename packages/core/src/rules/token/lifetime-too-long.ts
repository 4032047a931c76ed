import { line } from '../../report/index.ts';
import { showLength } from '../../timeline/index.ts';
import type { TokenEvidence } from './evidence.ts';
import { assumed, rfc, type TokenRule } from './rule.ts';

/** 366 days in seconds. Which length is right depends on use; years are right for nothing. */
const LONGEST = 366 * 86_400;
/** Beyond this a time is in another unit, which has a rule of its own. */
const SECONDS_END = 1e11;

export const lifetimeTooLong: TokenRule<{ readonly seconds: number; readonly since: 'iat' | 'nbf' | 'now' }> = {
  id: 'lifetime-too-long',
  severity: 'warning',
  basis: [rfc('RFC 9068 §2.2'), rfc('RFC 9700 §2.2'), assumed('the limit of a year')],
  strict: false,
  looksAt: 'token',
  judge: ({ claims, now }: TokenEvidence) => {
    const exp = claims?.exp;
    if (typeof exp !== 'number' || exp > SECONDS_END) return undefined;
    const { iat, nbf } = claims ?? {};
    const since = typeof iat === 'number' ? 'iat' : typeof nbf === 'number' ? 'nbf' : 'now';
    const start = since === 'now' ? now / 1000 : ((claims?.[since] as number) ?? 0);
    return exp - start > LONGEST ? { seconds: exp - start, since } : undefined;
  },
  explain: ({ seconds, since }) => [
    line`The token lives for ${showLength(seconds * 1000)}, counted from ${since === 'now' ? 'now' : since}.`,
    line`Nothing but a change of keys ends it sooner: whoever finds it can use it all that time.`,
  ],
};
