import { code, type Line, line, value } from '@why401/core/report';
import type { FoundToken, PassedOver, StepData } from '../../plugins/index.ts';
import type { WireRequest } from '../../wire/request.ts';
import { counted, listed, noRescue, type WordsOf } from './telling.ts';

const KIND = { query: 'query argument', cookie: 'cookie', header: 'header' } as const;

const WHY: Readonly<Record<PassedOver['why'], string>> = {
  empty: 'is there, but empty',
  'no-bearer': 'has no "Bearer " in front of its value',
  'bearer-spelled-otherwise': 'spells "Bearer " in a way that Kong does not know: only its first letter may vary',
  'only-the-first-line-counts': 'stands several times, and Kong reads the first one only',
};

const named = ({ from, name }: Omit<FoundToken, 'length'>): string => `${KIND[from]} ${name}`;

const places = ({ headers, cookies, query }: StepData['J10']): string[] => [
  ...headers.map((name) => named({ from: 'header', name })),
  ...cookies.map((name) => named({ from: 'cookie', name })),
  ...query.map((name) => named({ from: 'query', name })),
];

export const retrieval: WordsOf<'J00' | 'J01' | 'J09' | 'J10' | 'J11' | 'J12'> = {
  J00: {
    failed: ({ method }) => [line`${method} requests are let through unseen: ${code('run_on_preflight')} is off.`],
    passed: ({ method }) => line`${method} is not looked at (${code('run_on_preflight: false')})`,
  },
  J01: {
    failed: ({ by }) => [line`Another plugin has authenticated the request before (${by}).`],
    passed: ({ by }) => line`not looked at: authenticated before, as ${value(by)}`,
  },
  J09: {
    failed: ({ field }, telling) => [
      line`${code(field)} is written as null, and Kong fails on it with every request.`,
      line`Null is neither the default nor an empty list.`,
      ...noRescue(telling),
    ],
  },
  J10: {
    brief: () => line`none found`,
    failed: (data, { request }) => [
      data.passedOver[0] === undefined
        ? line`The request carries no token in any place that the plugin reads.`
        : line`The ${named(data.passedOver[0])} ${WHY[data.passedOver[0].why]}.`,
      ...data.passedOver.slice(1).map((one) => line`The ${named(one)} ${WHY[one.why]}.`),
      places(data).length === 0
        ? line`It reads no place at all: all three lists of names are empty.`
        : line`It reads: ${listed(places(data))}.`,
      ...preflight(request),
    ],
  },
  J11: {
    brief: ({ tokens }) => line`${counted(tokens.length, 'token')} that differ`,
    failed: ({ tokens }) => [
      line`The request holds ${counted(tokens.length, 'token')} that differ, and Kong does not choose between them.`,
      line`They stand in: ${listed(tokens.map(named))}.`,
    ],
  },
  J12: {
    failed: ({ token }) => [line`The ${named(token)} has no value (${code(`?${token.name}`)}): Kong reads it as true.`],
    passed: ({ token }) =>
      token.from === 'header' ? line`header ${token.name}, after "Bearer "` : line`${KIND[token.from]} ${token.name}`,
  },
};

/** A browser asks before it sends a token. */
function preflight({ method, headers }: WireRequest): readonly Line[] {
  if (method !== 'OPTIONS') return [];
  const asks = headers.some(([name]) => name.toLowerCase() === 'access-control-request-method');
  const who = asks ? 'This is a preflight of a browser' : 'This is an OPTIONS request';
  return [line`${who}: it never carries a token, and the plugin judges it all the same.`];
}
