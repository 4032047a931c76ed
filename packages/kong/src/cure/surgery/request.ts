import type { WireRequest } from '../../wire/request.ts';

/** A request in which one thing is sent otherwise. Names and values are byte strings, header names of any case. */
export function setHeader(request: WireRequest, name: string, value: string): WireRequest {
  const at = request.headers.findIndex((header) => same(header[0], name));
  if (at === -1) return { ...request, headers: [...request.headers, [name, value]] };
  const headers = request.headers.flatMap((header, i): (typeof header)[] => {
    if (i === at) return [[header[0], value]];
    return same(header[0], name) ? [] : [header];
  });
  return { ...request, headers };
}

export function dropHeader(request: WireRequest, name: string): WireRequest {
  return { ...request, headers: request.headers.filter(([other]) => !same(other, name)) };
}

/** Takes one cookie out of every `Cookie` line; a line that had no other goes. */
export function dropCookie(request: WireRequest, name: string): WireRequest {
  const headers = request.headers.flatMap((header): (typeof header)[] => {
    if (!same(header[0], 'cookie')) return [header];
    const kept = header[1].split(';').filter((piece) => !same((piece.split('=')[0] ?? '').trim(), name));
    const value = kept.join(';').trim();
    return value === '' ? [] : [[header[0], value]];
  });
  return { ...request, headers };
}

/** Takes every query argument of that name away; names are compared after percent-decoding. */
export function dropQuery(request: WireRequest, name: string): WireRequest {
  const mark = request.target.indexOf('?');
  if (mark === -1) return request;
  const kept = request.target
    .slice(mark + 1)
    .split('&')
    .filter((piece) => percentDecoded(piece.split('=')[0] ?? '') !== name);
  const path = request.target.slice(0, mark);
  return { ...request, target: kept.length === 0 ? path : `${path}?${kept.join('&')}` };
}

/** Puts another text in place of a token, wherever the request holds it: as written, or percent-encoded in the query. */
export function replaceToken(request: WireRequest, old: string, fresh: string): WireRequest {
  if (old === '') return request;
  const [path = '', ...rest] = request.target.split('?');
  const query = rest.join('?');
  const pieces = query.split('&').map((piece) => {
    const [name = '', ...value] = piece.split('=');
    return percentDecoded(value.join('=')) === old ? `${name}=${fresh}` : piece.replaceAll(old, fresh);
  });
  return {
    ...request,
    target: rest.length === 0 ? path : `${path}?${pieces.join('&')}`,
    headers: request.headers.map(([name, value]) => [name, value.replaceAll(old, fresh)]),
  };
}

/** A place in which a token may stand. */
export interface TokenPlace {
  readonly part: 'header' | 'cookie' | 'query';
  readonly name: string;
}

/** Takes everything away that stands in a place. */
export function clearPlace(request: WireRequest, { part, name }: TokenPlace): WireRequest {
  if (part === 'cookie') return dropCookie(request, name);
  return part === 'query' ? dropQuery(request, name) : dropHeader(request, name);
}

/** Puts a token in a place, and nothing else there. */
export function putToken(request: WireRequest, { part, name }: TokenPlace, token: string): WireRequest {
  if (part === 'header') return setHeader(request, name, `Bearer ${token}`);
  if (part === 'cookie') {
    const cleared = dropCookie(request, name);
    return { ...cleared, headers: [...cleared.headers, ['Cookie', `${name}=${token}`]] };
  }
  const { target } = dropQuery(request, name);
  return { ...request, target: `${target}${target.includes('?') ? '&' : '?'}${name}=${token}` };
}

export function percentDecoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
