import { type JsonObject, member } from '../json/index.ts';

/** `{tenantid}`, `${HOST}`, `$ISSUER_HOSTPATH`, `<tenant>`: what somebody still has to fill in. */
const PLACEHOLDER = /\$?\{[^{}]*\}|\$[A-Z_][A-Z0-9_]*|<[^<>]+>|%7B[^%]*%7D/g;

export const placeholdersOf = (text: string): readonly string[] => text.match(PLACEHOLDER) ?? [];

/** Whether filling in the placeholders, none of them with a slash, can make `text` of the template. */
export function fitsTemplate(template: string, text: string): boolean {
  const fixed = template.split(PLACEHOLDER);
  const [first = '', ...others] = fixed;
  if (others.length === 0 || !text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of others.entries()) {
    const isLast = index === others.length - 1;
    const found = isLast ? text.length - piece.length : text.indexOf(piece, at + 1);
    if (found <= at || !text.startsWith(piece, found) || text.slice(at, found).includes('/')) return false;
    at = found + piece.length;
  }
  return true;
}

/** Entra ID's template, filled in with the `tid` of a token; as it is where the token has none. */
export function fillTemplate(template: string, claims: JsonObject): string {
  const tenant = member(claims, 'tid');
  return typeof tenant === 'string' ? template.replace(/\{tenantid\}/i, () => tenant) : template;
}
