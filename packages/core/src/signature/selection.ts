import { member } from '../json/index.ts';
import { ENCRYPTION, type Key } from '../keys/index.ts';
import type { JoseHeader } from '../parse/index.ts';
import { selectCandidates } from './candidates.ts';
import type { Candidate, SignatureReason } from './model.ts';
import { ALGORITHMS, type SignatureAlgorithm, UNCHECKED } from './tables/algorithms.ts';

/** What a header and a set of keys settle before any signature is looked at. */
export interface Selection {
  readonly alg: string | undefined;
  readonly algorithm: SignatureAlgorithm | undefined;
  /** The header alone rules the token out, or leaves it undecided. */
  readonly barred: { readonly reason: SignatureReason; readonly details: readonly string[] } | undefined;
  /** RFC 7797: the payload is signed as it stands. */
  readonly unencoded: boolean;
  readonly candidates: readonly Candidate[];
  readonly kept: readonly Key[];
}

/** Nearly every token of an issuer has the same header, and the reader gives the same object for it. */
const remembered = new WeakMap<readonly Key[], WeakMap<JoseHeader, Selection>>();

/** The last answer again costs less than looking it up. */
let last: { readonly header: JoseHeader; readonly keys: readonly Key[]; readonly selection: Selection } | undefined;

export function select(header: JoseHeader, keys: readonly Key[]): Selection {
  if (last !== undefined && last.header === header && last.keys === keys) return last.selection;
  const selection = recall(header, keys);
  last = { header, keys, selection };
  return selection;
}

function recall(header: JoseHeader, keys: readonly Key[]): Selection {
  let byHeader = remembered.get(keys);
  if (byHeader === undefined) {
    byHeader = new WeakMap();
    remembered.set(keys, byHeader);
  }
  let selection = byHeader.get(header);
  if (selection === undefined) {
    selection = makeSelection(header, keys);
    byHeader.set(header, selection);
  }
  return selection;
}

function makeSelection(header: JoseHeader, keys: readonly Key[]): Selection {
  const value = member(header, 'alg');
  const alg = typeof value === 'string' ? value : undefined;
  const algorithm = alg === undefined ? undefined : ALGORITHMS.get(alg);
  const kid = member(header, 'kid');
  const name = typeof kid === 'string' ? kid : undefined;
  const candidates = algorithm === undefined ? [] : selectCandidates(keys, algorithm, name);
  return {
    alg,
    algorithm,
    barred: algorithmBar(alg) ?? criticalBar(header) ?? kidBar(kid),
    unencoded: member(header, 'b64') === false,
    candidates,
    kept: candidates.filter(({ kept }) => kept).map(({ key }) => key),
  };
}

function algorithmBar(alg: string | undefined): Selection['barred'] {
  if (alg === undefined) return { reason: 'algorithm-missing', details: [] };
  if (ALGORITHMS.has(alg)) return undefined;
  if (alg === 'none') return { reason: 'algorithm-none', details: [] };
  if (ENCRYPTION.has(alg)) return { reason: 'algorithm-encrypts', details: [] };
  return { reason: UNCHECKED.has(alg) ? 'algorithm-not-checked' : 'algorithm-unknown', details: [] };
}

/** RFC 7515 §4.1.4. */
const kidBar = (kid: unknown): Selection['barred'] =>
  kid === undefined || typeof kid === 'string' ? undefined : { reason: 'malformed', details: ['kid-not-a-string'] };

/** RFC 7515 §4.1.11. Of the extensions only `b64` is understood. */
function criticalBar(header: JoseHeader): Selection['barred'] {
  const critical = member(header, 'crit');
  if (critical === undefined) {
    // RFC 7797 §6: without `crit` half of all readers would check other octets than the rest.
    return member(header, 'b64') === false ? { reason: 'crit-malformed', details: ['b64'] } : undefined;
  }
  if (!Array.isArray(critical) || critical.length === 0) return { reason: 'crit-malformed', details: [] };
  const names = critical.map((name: unknown) => (typeof name === 'string' ? name : JSON.stringify(name).slice(0, 40)));
  const wrong = names.filter((name, index) => member(header, name) === undefined || names.indexOf(name) !== index);
  if (wrong.length > 0) return { reason: 'crit-malformed', details: wrong };
  const strange = names.filter((name) => name !== 'b64');
  return strange.length > 0 ? { reason: 'crit-not-understood', details: strange } : undefined;
}
