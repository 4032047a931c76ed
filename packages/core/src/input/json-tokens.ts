import { isObject, type Json } from '../json/index.ts';
import { findTokens } from './find/index.ts';
import type { FoundToken, Stripping } from './model.ts';

/** Members whose strings are tokens even where they are no JWT. */
const TOKEN_MEMBERS =
  /^(?:access_?token|id_?token|refresh_?token|token|jwt|assertion|client_assertion|subject_token|actor_token|bearer)$/i;
const BEARER = /^bearer[ \t]+/i;

/** Tokens in the strings of a JSON value, with the member's name. `text` is the JSON text, for places. */
export function tokensOfJson(value: Json, text: string): readonly FoundToken[] {
  const found: FoundToken[] = [];
  const add = (name: string, token: string, stripped: readonly Stripping[], cutOff?: FoundToken['cutOff']): void => {
    const from = text.indexOf(token);
    const place = from < 0 ? {} : { from, to: from + token.length };
    found.push({
      text: token,
      place,
      source: 'json-member',
      name,
      stripped,
      ...(cutOff === undefined ? {} : { cutOff }),
    });
  };
  const look = (name: string, member: string): void => {
    const inside = findTokens(member);
    for (const { token } of inside) add(name, token.text, token.stripped, token.cutOff);
    if (inside.length > 0 || member === '' || /\s/.test(member.replace(BEARER, ''))) return;
    const isBearer = BEARER.test(member);
    const stripped: readonly Stripping[] = isBearer ? [{ what: 'bearer-prefix', count: 1 }] : [];
    if (TOKEN_MEMBERS.test(name) || isBearer) add(name, member.replace(BEARER, ''), stripped);
  };
  const walk = (inner: Json, name: string): void => {
    if (typeof inner === 'string') look(name, inner);
    else if (Array.isArray(inner)) for (const element of inner) walk(element as Json, name);
    else if (isObject(inner)) for (const [below, member] of Object.entries(inner)) walk(member as Json, below);
  };
  walk(value, '');
  return found;
}
