/** Names of services, routes and plugin instances. */
export const utf8Name = (text: string): string | undefined =>
  /^[A-Za-z0-9._~\u{80}-\u{10ffff}-]+$/u.test(text)
    ? undefined
    : `invalid value '${text}': the only accepted ascii characters are alphanumerics or ., -, _, and ~`;

/** A space is allowed since 3.0. */
export const tag =
  (spaces: boolean) =>
  (text: string): string | undefined =>
    (spaces ? /^[ !-+\-.0-~\u{80}-\u{10ffff}]+$/u : /^[!-+\-.0-~\u{80}-\u{10ffff}]+$/u).test(text)
      ? undefined
      : `invalid tag '${text}': expected printable ascii (except \`,\` and \`/\`) or valid utf-8 sequences`;

export const headerName = (text: string): string | undefined =>
  /^[a-zA-Z0-9_-]+$/.test(text)
    ? undefined
    : `bad header name '${text}', allowed characters are A-Z, a-z, 0-9, '_', and '-'`;

/** The name of a cookie, as it was before it could be any token. */
export const cookieName = (text: string): string | undefined => headerName(text)?.replace('header', 'cookie');

const SEPARATORS = '()<>@,;:\\"/?={}[]';

/** A token of RFC 2616 §2.2: the name of a cookie. */
export const httpToken = (text: string): string | undefined =>
  [...text].some((character) => character <= ' ' || character >= '\x7f' || SEPARATORS.includes(character))
    ? 'contains one or more invalid characters. ASCII control characters (0-31;127), space, tab and the ' +
      `characters ${SEPARATORS} are not allowed.`
    : undefined;
