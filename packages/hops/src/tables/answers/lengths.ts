/** How a message is dressed: Kong's template by media type, or `{"message": …}` of `kong.response.exit`. */
export type Dress = 'json' | 'plain' | 'html' | 'xml' | 'exit';

/**
 * Bytes that each dress adds to the message: up to 3.3, in 3.4, from 3.5 on, where 32 hex digits of a request id
 * stand in it. Counted from kong/tools/http.lua (`ERROR_TEMPLATES`) at 2.8.5, 3.4.2 and 3.9.3.
 */
const ADDED: Readonly<Record<Dress, readonly number[]>> = {
  json: [18, 69],
  plain: [1, 46],
  html: [163, 153, 209],
  xml: [78, 136],
  exit: [14],
};

const DRESSES: Readonly<Record<string, Dress>> = {
  'application/json': 'json',
  'text/plain': 'plain',
  'text/html': 'html',
  'application/xml': 'xml',
};

/** The lengths that a message may have under a Content-Type; empty where Kong would not write that type. */
export function lengthsOf(message: string, contentType: string): readonly number[] {
  const dress = DRESSES[(contentType.split(';')[0] ?? '').trim().toLowerCase()];
  if (dress === undefined) return [];
  const dresses: readonly Dress[] = dress === 'json' ? ['json', 'exit'] : [dress];
  return dresses.flatMap((one) => ADDED[one].map((added) => message.length + added));
}

/** `{"message":"…"}` alone. */
export const exitLength = (message: string): number => message.length + (ADDED.exit[0] ?? 0);
