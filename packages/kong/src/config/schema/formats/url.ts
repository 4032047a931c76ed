/**
 * What `url` of a service stands for, taken apart as LuaSocket does: everything up to `:` of letters, digits and
 * `+ - .` is the scheme, an authority follows `//`; fragment, query and parameters are dropped. Null where the URL
 * has no host or path: the service then lacks them, whatever is written beside it.
 */
export function expandUrl(url: unknown): Readonly<Record<string, unknown>> {
  const { scheme, authority, path } = split(String(url));
  const { host, port } = splitAuthority(authority);
  const number = port !== undefined && /^\d+$/.test(port) ? Number(port) : undefined;
  const protocol = scheme ?? (number === 443 ? 'https' : 'http');
  return {
    protocol,
    host: host === '' ? null : host,
    port: number ?? port ?? (protocol === 'https' ? 443 : 80),
    path: path === '' ? null : path,
  };
}

function split(url: string): { scheme: string | undefined; authority: string; path: string } {
  let path = url;
  const scheme = /^([A-Za-z0-9][A-Za-z0-9+.-]*):/.exec(path)?.[1];
  if (scheme !== undefined) path = path.slice(scheme.length + 1);
  const authority = /^\/\/([^/?#]*)/.exec(path)?.[1];
  if (authority !== undefined) path = path.slice(authority.length + 2);
  const end = path.search(/[#?;]/);
  return { scheme, authority: authority ?? '', path: end < 0 ? path : path.slice(0, end) };
}

function splitAuthority(authority: string): { host: string; port: string | undefined } {
  const place = authority.replace(/^[^@]*@/, '');
  const match = /:([^:\]]*)$/.exec(place);
  const host = match ? place.slice(0, match.index) : place;
  return { host: /^\[(.+)\]$/.exec(host)?.[1] ?? host, port: match?.[1] };
}

/** A URL as plugins take it: with a scheme and a host. */
export const urlTest = (url: string): string | undefined => {
  const { scheme, authority } = split(url);
  if (splitAuthority(authority).host === '') return 'missing host in url';
  return scheme === undefined ? 'missing scheme in url' : undefined;
};

/** `user:password` before the `@` of the authority. */
export const userinfoOf = (url: string): string | undefined => /^([^@]*)@/.exec(split(url).authority)?.[1];

/** Where an authorization server may send the browser back to. */
export const redirectUri = (uri: string): string | undefined => {
  const { scheme, authority } = split(uri);
  if (scheme === undefined || splitAuthority(authority).host === '') return `cannot parse '${uri}'`;
  return uri.includes('#') ? `fragment not allowed in '${uri}'` : undefined;
};
