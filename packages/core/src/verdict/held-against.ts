import type { Outcome } from '../facts/index.ts';
import { type Json, member } from '../json/index.ts';
import type { KeyReading } from '../keys/index.ts';
import { fillTemplate } from '../metadata/index.ts';
import type { Token } from '../parse/index.ts';
import { type Block, bad, dim, good, type Line, line, type Section, value, warn } from '../report/index.ts';
import type { SignatureVerdict } from '../signature/index.ts';

/** What an issuer showed at some time, as far as tokens are held against it. */
export interface SavedIssuer {
  /** By its document; undefined where that did not come. */
  readonly issuer: string | undefined;
  readonly keys: KeyReading | undefined;
  /** Milliseconds since the epoch, when its keys came. */
  readonly at: number | undefined;
}

/** One token beside what was saved of an issuer. */
export interface HeldAgainst {
  readonly issuer: { readonly outcome: Outcome; readonly found: Json; readonly wanted: string | null };
  readonly signature: Pick<SignatureVerdict, 'outcome' | 'reason'>;
  /** `gone`: the token names a key that the set has not. */
  readonly key: { readonly kid: string | null; readonly state: 'published' | 'gone' | 'unknown' };
  /** As {@link SavedIssuer.at}. */
  readonly at: number | null;
}

export function heldAgainst(token: Token, signature: SignatureVerdict, saved: SavedIssuer): HeldAgainst {
  const claims = ('claims' in token ? token.claims : undefined) ?? {};
  const header = token.kind === 'jws' ? token.header : undefined;
  const kid = header === undefined ? undefined : member(header, 'kid');
  const iss = member(claims, 'iss');
  const wanted = saved.issuer === undefined ? undefined : fillTemplate(saved.issuer, claims);
  return {
    issuer: {
      outcome: wanted === undefined ? 'unknown' : iss === wanted ? 'pass' : 'fail',
      found: iss ?? null,
      wanted: wanted ?? null,
    },
    signature: { outcome: signature.outcome, reason: signature.reason },
    key: { kid: typeof kid === 'string' ? kid : null, state: stateOf(kid, signature, saved.keys) },
    at: saved.at ?? null,
  };
}

function stateOf(
  kid: Json | undefined,
  signature: SignatureVerdict,
  keys: KeyReading | undefined,
): HeldAgainst['key']['state'] {
  if (signature.key !== undefined) return 'published';
  if (keys === undefined || typeof kid !== 'string') return 'unknown';
  return keys.keys.some((key) => key.kid === kid) ? 'published' : 'gone';
}

const SIGNS = { valid: good('valid'), invalid: bad('invalid'), unknown: warn('unknown') } as const;

export function heldAgainstSection({ issuer, signature, key, at }: HeldAgainst): Section {
  const saved = at === null ? '' : `, as they were at ${new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')}`;
  const lines: readonly (Line | undefined)[] = [
    line`Signature ${SIGNS[signature.outcome]} by the saved keys${saved} ${dim(signature.reason)}`,
    key.state === 'gone'
      ? line`${bad('The signing key')} ${value(key.kid ?? '')} is not in the saved set: rotated away, or never of this issuer.`
      : undefined,
    issuer.outcome === 'pass' ? line`${value('iss')} is that of the saved document.` : undefined,
    issuer.outcome === 'fail'
      ? line`${bad('iss')} is ${value(JSON.stringify(issuer.found))}, and the saved document is of ${value(issuer.wanted ?? '')}.`
      : undefined,
  ];
  const blocks: Block[] = [{ kind: 'text', lines: lines.filter((one) => one !== undefined) }];
  return { id: 'saved', title: 'Issuer', blocks };
}
