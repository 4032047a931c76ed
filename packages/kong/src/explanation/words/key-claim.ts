import { code, line, value } from '@why401/core/report';
import type { KeyClaim } from '../../plugins/index.ts';
import { jsonType } from './decoding.ts';
import { clipped, counted, noRescue, type WordsOf } from './telling.ts';

const where = ({ source }: KeyClaim): string => (source === 'header' ? 'header' : 'payload');

export const keyClaim: WordsOf<'J31' | 'J32' | 'J33' | 'J34' | 'J36'> = {
  J31: {
    failed: ({ claim, type }) => [
      claim === null
        ? line`${code('key_claim_name')} is written as null, and Kong fails on every token.`
        : line`The token has no claim ${code(claim)}, neither in its payload nor in its header.`,
      ...(type === 'boolean' ? [line`It is there, but ${code('false')}, which counts as absent.`] : []),
      ...(claim?.includes('.') && !claim.includes('/')
        ? [line`${code('key_claim_name')} is a name, not a path: only members at the top are found.`]
        : []),
    ],
    passed: ({ claim, source, value: text }) =>
      line`${claim ?? ''}${source === 'header' ? ' of the header' : ''} ${value(clipped(text ?? ''))}`,
  },
  J32: {
    failed: (data) => [
      line`The claim ${code(data.claim ?? '')} of the ${where(data)} is an empty text.`,
      ...(data.source === 'payload' ? [line`The payload goes before the header, even when it is empty.`] : []),
    ],
  },
  J33: {
    failed: (data, telling) => [
      line`The claim ${code(data.claim ?? '')} is ${jsonType(data.type)}, and Kong fails on what is not a text.`,
      line`A credential's key is compared as text only.`,
      ...noRescue(telling),
    ],
  },
  J34: {
    failed: (data, telling) => [
      line`The claim ${code(data.claim ?? '')} is an array or object, and Kong fails on what is not a text.`,
      ...noRescue(telling),
      ...(data.member === undefined
        ? []
        : [line`Its member ${code('key')} may be taken for a cache entry of that name, on a gateway that has one.`]),
    ],
  },
  J36: {
    failed: ({ claim, credentials }) => [
      credentials === 0
        ? line`The configuration has no jwt credential at all.`
        : line`No jwt credential has the token's ${claim ?? ''} as its key.`,
    ],
    brief: ({ claim, credentials }) => line`0 of ${counted(credentials, 'key')} equal ${claim ?? ''}`,
    passed: ({ claim, credentials }) => line`key equal to ${claim ?? ''}, of ${counted(credentials, 'credential')}`,
  },
};
