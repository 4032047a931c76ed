import { probableKind, type TokenKind } from '../claims/index.ts';
import type { Finding, Problem } from '../facts/index.ts';
import type { FoundToken } from '../input/index.ts';
import type { OpaqueLook, Remains, Token } from '../parse/index.ts';
import type { Crypto } from '../ports/index.ts';
import {
  explainTokenFinding,
  isStrict,
  judgeByRules,
  type TokenContext,
  type TokenEvidence,
  tokenEvidence,
} from '../rules/index.ts';
import { fingerprint } from '../secret/index.ts';
import { describeMembers, type MemberDescription } from './decode-members.ts';
import { describePart, type PartDescription } from './decode-parts.ts';

/** What `why401 decode --json` tells, but for `schemaVersion` and `command`. Holds neither token nor signature. */
export interface TokenDescription {
  readonly kind: Token['kind'];
  readonly form: 'compact' | 'flattened' | 'general' | null;
  /** Of an opaque token. */
  readonly look: OpaqueLook | null;
  readonly probably: { readonly kind: TokenKind; readonly because: string } | null;
  /** Of the whole text. */
  readonly fingerprint: string;
  readonly characters: number;
  /** Nothing here was verified. */
  readonly verified: false;
  readonly found: Omit<FoundToken, 'text'> | null;
  /** Where a paste holds several: which one this is, from 1. */
  readonly among: Among | null;
  readonly header: readonly MemberDescription[] | null;
  readonly claims: readonly MemberDescription[] | null;
  readonly parts: readonly PartDescription[];
  /** By RFC 7515, 7519 and 8725, apart from time and key. */
  readonly strict: { readonly valid: boolean; readonly problems: readonly Problem[] };
  readonly findings: readonly FindingDescription[];
  readonly nested: TokenDescription | null;
}

export interface Among {
  readonly number: number;
  readonly of: number;
}

export interface FindingDescription extends Finding {
  readonly message: string;
  readonly details: readonly string[];
}

export interface DescribeOptions extends Omit<TokenContext, 'now' | 'found' | 'digest'> {
  readonly crypto: Pick<Crypto, 'digest'>;
  /** IANA name; UTC where it is not given. */
  readonly zone?: string;
  readonly found?: FoundToken;
  readonly among?: Among;
}

/** Everything that can be said of a token without a key. Never throws. @param now milliseconds since the epoch */
export function describeToken(token: Token, now: number, options: DescribeOptions): TokenDescription {
  const { crypto, zone = 'UTC', found, among, ...known } = options;
  const digest: TokenContext['digest'] = (hash, octets) => crypto.digest(hash, octets);
  const evidence = tokenEvidence(token, { ...known, now, digest, ...(found !== undefined && { found }) });
  const { header, claims, parts } = shown(token, evidence);
  const findings = judgeByRules(evidence).map(withWords);
  const nested = token.kind === 'jws' ? token.nested : undefined;
  return {
    kind: token.kind,
    form: formOf(token),
    look: token.kind === 'opaque' ? token.look : null,
    probably: (token.kind === 'opaque' ? undefined : probableKind(header, claims)) ?? null,
    fingerprint: fingerprint(new TextEncoder().encode(token.text), crypto),
    characters: token.text.length,
    verified: false,
    found: found === undefined ? null : withoutText(found),
    among: among === undefined || among.of < 2 ? null : among,
    header: header === undefined ? null : describeMembers(header, 'header', token, { now, zone }),
    claims: claims === undefined ? null : describeMembers(claims, 'payload', token, { now, zone }),
    parts: parts.map((part) => describePart(part, crypto)),
    strict: strictness(token.problems, findings),
    findings,
    nested: nested === undefined ? null : describeToken(nested, now, { ...known, crypto, zone }),
  };
}

/** Of a damaged token what is left of it; the rules do not look at that. */
function shown(token: Token, { header, claims }: TokenEvidence): Remains {
  if (token.kind !== 'opaque') return { header, claims, parts: token.parts };
  return token.remains ?? { header: undefined, claims: undefined, parts: [] };
}

function formOf(token: Token): TokenDescription['form'] {
  if (token.kind === 'jws') return 'compact';
  return token.kind === 'opaque' ? null : token.form;
}

function withoutText({ text: _, ...rest }: FoundToken): Omit<FoundToken, 'text'> {
  return rest;
}

function withWords(finding: Finding): FindingDescription {
  const [message = '', ...details] = explainTokenFinding(finding).map((spans) =>
    spans.map(({ text }) => text).join(''),
  );
  return { ...finding, message, details };
}

/** What the reader refused, and the findings that the standards refuse a token for. */
function strictness(problems: readonly Problem[], findings: readonly FindingDescription[]): TokenDescription['strict'] {
  const told = new Set(problems.map(({ code }) => code));
  const more = findings.filter((finding) => isStrict(finding) && !told.has(finding.id));
  const all = [...problems, ...more.map(({ id, message, place }) => ({ code: id, message, ...(place && { place }) }))];
  return { valid: all.length === 0, problems: all };
}
