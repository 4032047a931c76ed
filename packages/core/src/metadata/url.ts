/** A URL in its parts as written: nothing is folded, decoded or completed. */
export interface UrlParts {
  readonly scheme: string;
  /** With user information and port. */
  readonly authority: string;
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  /** With its `#`. */
  readonly fragment: string;
}

const ABSOLUTE = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s]+)([^?#]*)(\?[^#]*)?(#.*)?$/i;

/** `undefined` where a text is no absolute URL with a host (RFC 3986 §3). */
export function partsOf(text: string): UrlParts | undefined {
  const match = ABSOLUTE.exec(text);
  if (match === null) return undefined;
  const [, scheme = '', authority = '', path = '', query = '', fragment = ''] = match;
  return { scheme: scheme.toLowerCase(), authority, path, query, fragment };
}

/** Without user information and port, in lower case. */
export const hostOf = ({ authority }: UrlParts): string =>
  authority.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase();

/** A name or address of the machine itself: RFC 6761 §6.3, RFC 1122 §3.2.1.3, RFC 4291 §2.5.3. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
