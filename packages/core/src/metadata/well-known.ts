import type { WellKnown } from './model.ts';
import { partsOf } from './url.ts';

const MARK = '/.well-known/';

/**
 * What an address says about the issuer that it belongs to. OpenID appends the well-known name to the issuer
 * (Discovery 1.0 §4.1), RFC 8414 §3.1 inserts it between host and path; both are undone.
 */
export function wellKnownOf(url: string): WellKnown | undefined {
  const parts = partsOf(url);
  const at = parts?.path.indexOf(MARK) ?? -1;
  if (parts === undefined || at < 0) return undefined;
  const [name = '', ...after] = parts.path.slice(at + MARK.length).split('/');
  const behind = after.length === 0 ? '' : `/${after.join('/')}`;
  const path = `${parts.path.slice(0, at)}${behind}`.replace(/\/$/, '');
  return { name, issuer: `${parts.scheme}://${parts.authority}${path}` };
}
