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

/** First value of a header. */
export function headerOf(request: WireRequest, name: string): string | undefined {
  return request.headers.find(([other]) => same(other, name))?.[1];
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

/** Puts another text in place of a token, wherever the request holds it as written. */
export function replaceToken(request: WireRequest, old: string, fresh: string): WireRequest {
  if (old === '') return request;
  return {
    ...request,
    target: request.target.replaceAll(old, fresh),
    headers: request.headers.map(([name, value]) => [name, value.replaceAll(old, fresh)]),
  };
}

export function percentDecoded(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
