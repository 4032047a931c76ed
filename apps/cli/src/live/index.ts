/** What only a call that asks an issuer, or judges what one said, has to load. */
import type { Crypto } from '@why401/core';
import { bareToken, decodeBytes } from '@why401/core/input';
import type { JsonObject } from '@why401/core/json';
import type { KeyReading } from '@why401/core/keys';
import { readToken } from '@why401/core/parse';
import type { Report } from '@why401/core/report';
import { readSource } from '../input/source-of.ts';
import { readTokenOptions, type TokenOptions } from '../input/tokens.ts';
import type { Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';
import { type Introspected, type IntrospectOptions, introspect } from './introspect.ts';
import { withIntrospection } from './introspection-words.ts';
import { MISMATCHES } from './mismatch.ts';
import type { EvidenceOptions, FetchOptions } from './options.ts';
import { type LiveIssuer, liveIssuer } from './verify.ts';

export interface LiveOptions extends FetchOptions, EvidenceOptions, IntrospectOptions {
  readonly issuer?: string;
}

/** What an issuer adds to the judgement of a token. */
export interface Asked {
  readonly token: string;
  readonly keys: KeyReading | undefined;
  readonly issuer: string | undefined;
  /** Of the token's own verdict, with what was asked beside. */
  verdict(own: Outcome['verdict']): Outcome['verdict'];
  /** With what the issuer said, and how it was asked. */
  report(own: Report): Report;
  json(): object;
}

export async function askIssuer(
  session: Session,
  argument: string | undefined,
  options: LiveOptions & TokenOptions,
  crypto: Crypto,
): Promise<Asked> {
  const token = await tokenText(session, argument, options);
  const live = await liveIssuer(session, options.issuer, options, claimsOf(token), crypto);
  const asked = options.introspect === true ? await introspect(session, token, live.gathered, options) : undefined;
  return {
    token,
    keys: live.keys,
    issuer: live.issuer,
    verdict: (own) => joined(own, live, asked),
    report: (own) => {
      const [verdict, ...rest] = own.sections;
      const first = verdict === undefined ? [] : [verdict];
      const report = { ...own, sections: [...first, ...live.why, ...rest, live.how] };
      return asked === undefined ? report : withIntrospection(report, asked, readToken(token).kind === 'opaque');
    },
    json: () => ({ ...live.json(), ...(asked !== undefined && { introspection: introspectionDocument(asked) }) }),
  };
}

/** An opaque token is one too where its issuer is asked about it. */
async function tokenText(
  session: Session,
  argument: string | undefined,
  options: LiveOptions & TokenOptions,
): Promise<string> {
  if (options.introspect !== true) return (await readTokenOptions(session, argument, options)).token.text;
  const text = decodeBytes((await readSource(session, argument, options, { what: 'a token' })).bytes);
  return bareToken(text)?.text ?? text.trim();
}

function claimsOf(text: string): JsonObject {
  const token = readToken(text);
  return ('claims' in token ? token.claims : undefined) ?? {};
}

/** A document that must not be used accepts nothing, and neither does an issuer that calls the token inactive. */
function joined(own: Outcome['verdict'], live: LiveIssuer, asked: Introspected | undefined): Outcome['verdict'] {
  if (own === 'rejected' || asked?.outcome === 'fail') return 'rejected';
  if (live.problems.some(({ code }) => MISMATCHES.has(code))) return 'rejected';
  if (asked?.outcome === 'unknown') return 'undecided';
  return asked?.outcome === 'pass' && own === 'undecided' && live.keys !== undefined ? 'accepted' : own;
}

const introspectionDocument = ({ outcome, members, problem, endpoint }: Introspected): object => ({
  endpoint,
  outcome,
  members: members ?? null,
  ...(problem !== undefined && { problem }),
});
