import { ALIASES, type AliasRow } from './aliases-table.ts';
import { hostOf, partsOf } from './url.ts';

/** The row that explains why a document of `fetched` names `issuer`; undefined where nothing does. */
export function aliasOf(fetched: string, issuer: string): AliasRow | undefined {
  const [from, to] = [partsOf(fetched), partsOf(issuer)];
  if (from === undefined || to === undefined) return undefined;
  const [fromHost, toHost] = [hostOf(from), hostOf(to)];
  return ALIASES.find((row) => row.fetched.test(fromHost) && row.issuer.test(toHost));
}
