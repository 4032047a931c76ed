import { encodeBase64url } from '../../encoding/index.ts';
import { readToken } from '../../parse/index.ts';
import type { Rule } from '../rule.ts';
import { type TokenContext, type TokenEvidence, tokenEvidence } from './evidence.ts';

/** The clock of every rule test: 2025-11-24T16:00:00Z. */
export const NOW = 1_764_000_000;

const utf8 = new TextEncoder();
export const b64 = (text: string): string => encodeBase64url(utf8.encode(text));

/** A token whose header and claims are given; members that are `undefined` are left out of the usual ones. */
export interface Made {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** JSON text instead of `claims`. */
  readonly payload?: string;
  /** Octets, or a segment as written. */
  readonly signature?: Uint8Array | string;
  readonly context?: Partial<TokenContext>;
  /** A whole text instead of all of these. */
  readonly text?: string;
}

const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'a' };
const CLAIMS = { iss: 'https://op.example', sub: 'f1', aud: 'orders', iat: NOW - 60, exp: NOW + 600 };

export function evidenceOf(made: Made): TokenEvidence {
  return tokenEvidence(readToken(made.text ?? textOf(made)), { now: NOW * 1000, ...made.context });
}

function textOf({ header, claims, payload, signature = new Uint8Array(256).fill(1) }: Made): string {
  const head = JSON.stringify({ ...HEADER, ...header });
  const body = payload ?? JSON.stringify({ ...CLAIMS, ...claims });
  return `${b64(head)}.${b64(body)}.${typeof signature === 'string' ? signature : encodeBase64url(signature)}`;
}

export const octets = (length: number, value = 1): Uint8Array => new Uint8Array(length).fill(value);

/** The first line that a rule says about a token; undefined where it says nothing. */
export function headline<Data>(rule: Rule<TokenEvidence, Data>, made: Made): string | undefined {
  const data = rule.judge(evidenceOf(made));
  if (data === undefined) return undefined;
  const [first = []] = rule.explain(data);
  return first.map(({ text }) => text).join('');
}
