import { findTokens } from './find/index.ts';
import { percentDecode, queryOf, splitPairs } from './http/index.ts';
import type { FoundToken, PastedRequest, Stripping, TokenSource } from './model.ts';

/** Parameters and cookies of these names are looked at even where they hold no JWT. */
const TOKEN_NAMES = /^(?:jwt|token|access_token|id_token|bearer_token|authorization)$/i;
/** Headers that carry a key or an opaque token by custom. */
const KEY_HEADERS = /^(?:apikey|api-key|x-api-key|x-auth-token|x-access-token|private-token)$/i;
const BEARER = /^bearer[ \t]+/i;

/** Every token of a request, in the order: headers, query, cookies, form. Places are in `paste`. */
export function tokensOfRequest(request: PastedRequest, paste: string): readonly FoundToken[] {
  const finder = new Finder(paste);
  for (const [name, value] of request.headers) {
    if (/^(?:proxy-)?authorization$/i.test(name)) finder.authorization(name, value);
    else if (!/^cookie$/i.test(name)) finder.value('header', name.toLowerCase(), value, KEY_HEADERS.test(name));
  }
  finder.pairs('query', queryOf(request.target));
  for (const [name, value] of request.headers) if (/^cookie$/i.test(name)) finder.cookies(value);
  if (request.body !== undefined && /^[^\s{[]+$/.test(request.body)) finder.pairs('form', request.body);
  else if (request.body !== undefined) finder.value('form', undefined, request.body, false);
  return finder.found;
}

class Finder {
  readonly found: FoundToken[] = [];
  private readonly paste: string;

  constructor(paste: string) {
    this.paste = paste;
  }

  /** `Bearer` once or twice; other schemes carry no token. */
  authorization(name: string, value: string): void {
    let rest = value.trim();
    let bearers = 0;
    while (BEARER.test(rest)) {
      rest = rest.replace(BEARER, '');
      bearers++;
    }
    const quoted = /^(["'])(.*)\1$/s.exec(rest)?.[2];
    const stripped: Stripping[] = [];
    if (bearers > 0) stripped.push({ what: 'bearer-prefix', count: bearers });
    if (quoted !== undefined) stripped.push({ what: 'quotes', count: 1 });
    const text = quoted ?? rest;
    if (text === '') return;
    if (bearers > 0 || findTokens(text).length > 0)
      this.add('authorization-header', name.toLowerCase(), text, stripped);
  }

  /** Tokens inside any value; the value itself where its name says that it is one. */
  value(
    source: TokenSource,
    name: string | undefined,
    value: string,
    isToken: boolean,
    stripped: readonly Stripping[] = [],
  ): void {
    const inside = findTokens(value);
    for (const { token } of inside) {
      this.add(source, name ?? token.name, token.text, [...stripped, ...token.stripped], token.cutOff);
    }
    if (inside.length === 0 && isToken && value !== '') this.add(source, name, value, stripped);
  }

  pairs(source: TokenSource, text: string): void {
    for (const { name, value } of splitPairs(text)) {
      const plain = percentDecode(value);
      const stripped: readonly Stripping[] = plain === value ? [] : [{ what: 'percent-encoding', count: 1 }];
      const decodedName = percentDecode(name);
      this.value(source, decodedName, plain, TOKEN_NAMES.test(decodedName), stripped);
    }
  }

  cookies(header: string): void {
    for (const part of header.split(';')) {
      const equals = part.indexOf('=');
      if (equals < 0) continue;
      const name = part.slice(0, equals).trim();
      this.value('cookie', name, part.slice(equals + 1).trim(), TOKEN_NAMES.test(name));
    }
  }

  private add(
    source: TokenSource,
    name: string | undefined,
    text: string,
    stripped: readonly Stripping[],
    cutOff?: FoundToken['cutOff'],
  ): void {
    const from = this.paste.indexOf(text);
    const place = from < 0 ? {} : { from, to: from + text.length };
    const optional = { ...(name === undefined ? {} : { name }), ...(cutOff === undefined ? {} : { cutOff }) };
    this.found.push({ text, place, source, stripped, ...optional });
  }
}
