import { code, type Line, line, value } from '@why401/core/report';
import type { StepData } from '../../plugins/index.ts';
import { clipped, listed, noRescue, type WordsOf } from './telling.ts';

/** Lua's names of what JSON holds. */
const JSON_TYPE: Readonly<Record<string, string>> = {
  nil: 'nothing',
  userdata: 'null',
  table: 'an object or array',
  number: 'a number',
  boolean: 'true or false',
  string: 'a text',
};

export const jsonType = (type: string): string => JSON_TYPE[type] ?? type;

export const decoding: WordsOf<'J20' | 'J21' | 'J22' | 'J23' | 'J24' | 'J30'> = {
  J20: {
    brief: ({ segments, part, why }) =>
      segments === 1
        ? line`no JWT`
        : line`the ${part ?? 'header'} is ${why === 'missing' ? 'missing' : why === 'json' ? 'no JSON' : 'no base64url'}`,
    failed: (data) => undecodable(data),
  },
  J21: {
    failed: ({ type }, telling) => [
      line`The header of the token is ${jsonType(type)}, not a JSON object, and Kong fails on it.`,
      ...noRescue(telling),
    ],
  },
  J22: {
    brief: ({ alg }) => line`${value(clipped(alg ?? 'none'))} is not in the list`,
    failed: ({ alg, type, listed: known }, { judgement }) => [
      alg === null
        ? line`The header of the token names no algorithm: ${code('alg')} is ${type === 'nil' ? 'absent' : jsonType(type)}.`
        : line`The token is signed with ${value(clipped(alg))}, which Kong ${judgement.version} does not know.`,
      line`It knows ${listed(known)}, spelled exactly so.`,
      ...(alg?.toLowerCase() === 'none' ? [line`${code('none')} means unsigned, and is in no list.`] : []),
    ],
    passed: ({ alg }) => line`${value(alg ?? '')}`,
  },
  J23: {
    failed: () => [line`The payload of the token is the JSON value ${code('false')}, not an object with claims.`],
  },
  J24: {
    brief: () => line`cannot be decoded`,
    failed: ({ why, byte }) => [
      why === 'foreign-byte'
        ? line`The third part of the token holds ${named(byte ?? '')}, which is not base64url: it cannot be decoded.`
        : line`The third part of the token is cut off: no base64url text has its length.`,
      line`Kong reads everything after "Bearer " as the token, up to the end of the line.`,
    ],
  },
  J30: {
    failed: ({ type }, telling) => [
      line`The payload of the token is ${jsonType(type)}, not an object with claims, and Kong fails on it.`,
      ...noRescue(telling),
    ],
  },
};

function undecodable({ part, why, segments, standardAlphabet }: StepData['J20']): readonly Line[] {
  if (segments === 1) {
    return [
      line`What was sent is not a JWT: it has no dots, so only its issuer can read it.`,
      line`An opaque token never passes this plugin, whatever the configuration says.`,
    ];
  }
  const first =
    why === 'missing'
      ? line`The token has only ${segments} parts; a signed JWT has three, the last one may be empty.`
      : why === 'base64'
        ? line`The ${part ?? 'header'} of the token is not base64url, so nothing of it could be read.`
        : line`The ${part ?? 'header'} of the token is base64url, but what it holds is not JSON.`;
  const alphabet = line`It holds + or /: the standard alphabet of base64, which Kong takes until 3.4 only.`;
  return standardAlphabet && why === 'base64' ? [first, alphabet] : [first];
}

function named(byte: string): string {
  const names: Readonly<Record<string, string>> = {
    ' ': 'a blank',
    ',': 'a comma',
    '.': 'a further dot',
    '"': 'a quote',
  };
  const octet = byte.charCodeAt(0);
  return names[byte] ?? (octet > 0x20 && octet < 0x7f ? byte : `the byte ${octet.toString(16).padStart(2, '0')}`);
}
