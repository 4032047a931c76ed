import { type Json, typeName } from '../../json/index.ts';

/** An address that a header gives, and how its host stands to the issuer's. */
export interface Elsewhere {
  readonly found: string;
  readonly relation: string;
}

export function elsewhere(address: Json, issuer: Json | undefined): Elsewhere {
  if (typeof address !== 'string') return { found: typeName(address), relation: 'It is no address at all.' };
  const [host, own] = [hostOf(address), hostOf(issuer)];
  return { found: address, relation: relationOf(host, own) };
}

function relationOf(host: string | undefined, own: string | undefined): string {
  if (host === undefined) return 'It is no http(s) address.';
  if (isInside(host)) return `Its host ${host} is inside: whoever fetched it would call a machine of their own.`;
  if (own === undefined) return 'There is no issuer to compare its host with.';
  return host === own
    ? 'Its host is the issuer’s; the token vouches for itself all the same.'
    : `Its host ${host} is not the issuer’s (${own}).`;
}

function hostOf(address: Json | undefined): string | undefined {
  if (typeof address !== 'string' || !/^https?:/i.test(address)) return undefined;
  try {
    return new URL(address).hostname;
  } catch {
    return undefined;
  }
}

/** Loopback, link-local and private addresses (RFC 6890); names are not resolved. */
function isInside(host: string): boolean {
  return /^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2[0-9]|3[01])\.|\[(?:::1|f[cd]|fe80))|\.(?:local|internal)$/i.test(
    host,
  );
}
