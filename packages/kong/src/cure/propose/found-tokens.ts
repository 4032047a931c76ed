import type { WireRequest } from '../../wire/request.ts';
import { percentDecoded, type TokenPlace } from '../surgery/index.ts';

/** Something in a request that looks like a signed token, wherever it stands. */
export interface FoundToken extends TokenPlace {
  readonly token: string;
  /** The whole value that holds it. */
  readonly value: string;
}

/** Every token of a request, in the order of header lines, their cookies, then the query. */
export function foundTokens(request: WireRequest): FoundToken[] {
  return [...request.headers.flatMap(([name, value]) => inHeader(name, value)), ...inQuery(request.target)];
}

function inHeader(name: string, value: string): FoundToken[] {
  if (name.toLowerCase() !== 'cookie') return tokensOf(value).map((token) => ({ part: 'header', name, token, value }));
  return value.split(';').flatMap((pair) => {
    const [cookie = '', ...rest] = pair.split('=');
    return tokensOf(rest.join('=')).map((token) => ({ part: 'cookie' as const, name: cookie.trim(), token, value }));
  });
}

function inQuery(target: string): FoundToken[] {
  const mark = target.indexOf('?');
  if (mark === -1) return [];
  return target
    .slice(mark + 1)
    .split('&')
    .flatMap((piece) => {
      const [name = '', ...rest] = piece.split('=');
      const value = percentDecoded(rest.join('='));
      return tokensOf(value).map((token) => ({ part: 'query' as const, name: percentDecoded(name), token, value }));
    });
}

/** What stands in the places that the plugin reads, token or not. */
export function readPlaces(
  request: WireRequest,
  listed: Readonly<Record<FoundToken['part'], readonly string[]>>,
): FoundToken[] {
  const header = (name: string) => listed.header.some((other) => sameHeader(other, name));
  const headers = request.headers
    .filter(([name, value]) => header(name) && /[Bb]earer\s/.test(value))
    .map(([name, value]) => ({ part: 'header' as const, name, token: value.replace(/^[^]*?[Bb]earer\s+/, ''), value }));
  const cookies = request.headers
    .filter(([name]) => name.toLowerCase() === 'cookie')
    .flatMap(([, value]) => pairs(value, ';'))
    .filter(
      ([name, value]) => value !== '' && listed.cookie.some((other) => other.toLowerCase() === name.toLowerCase()),
    )
    .map(([name, value]) => ({ part: 'cookie' as const, name, token: value, value }));
  const query = pairs(request.target.slice(request.target.indexOf('?') + 1 || request.target.length), '&')
    .map(([name, value]) => [percentDecoded(name), percentDecoded(value)] as const)
    .filter(([name]) => listed.query.includes(name))
    .map(([name, value]) => ({ part: 'query' as const, name, token: value, value }));
  return [...headers, ...cookies, ...query];
}

function pairs(text: string, separator: string): (readonly [name: string, value: string])[] {
  return text.split(separator).map((piece) => {
    const [name = '', ...rest] = piece.split('=');
    return [name.trim(), rest.join('=').trim()] as const;
  });
}

/** A configured header name also finds the spelling with `-` for `_`. */
export function sameHeader(configured: string, name: string): boolean {
  const [a, b] = [configured.toLowerCase(), name.toLowerCase()];
  return a === b || a.replaceAll('_', '-') === b;
}

/** Words of three parts whose first one is the base64url of `{"`. */
function tokensOf(text: string): string[] {
  return text.split(/[^A-Za-z0-9_.=+/-]+/).filter((word) => word.startsWith('eyJ') && word.split('.').length === 3);
}
