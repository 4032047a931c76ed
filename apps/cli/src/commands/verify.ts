import type { Crypto } from '@why401/core';
import { joinReadings, type KeyReading } from '@why401/core/keys';
import {
  type ClaimCheck,
  type Compare,
  clockSection,
  type ExpectedClaims,
  judgeToken,
  type TokenJudgement,
  verifyDocument,
  verifyReportWith,
} from '@why401/core/verdict';
import { createCrypto } from '@why401/node/crypto';
import { fail } from '../failure.ts';
import { type BindingOptions, readBindings } from '../input/bindings.ts';
import { type KeyOptions, readKeyOptions } from '../input/keys.ts';
import { readTokenOptions, type TokenOptions } from '../input/tokens.ts';
import type { Asked, LiveOptions } from '../live/index.ts';
import { readLeeway, readTime } from '../options/times.ts';
import { exitOf, type Outcome } from '../outcome.ts';
import type { Session, Verb } from '../session.ts';

export interface VerifyOptions extends TokenOptions, KeyOptions, LiveOptions, BindingOptions {
  readonly issuerValue?: string;
  readonly audience?: string;
  readonly at?: string;
  readonly leeway?: string;
}

export const verify: Verb<VerifyOptions> = async (session, [argument], options) => {
  const crypto = createCrypto();
  const asked = await askIssuer(session, argument, options, crypto);
  const text = asked?.token ?? (await readTokenOptions(session, argument, options)).token.text;
  const given = await readKeyOptions(session, options, crypto);
  const reading = asked?.keys === undefined ? given : joinReadings([asked.keys, given]);
  const expected = await expectedClaims(session, options, asked);
  const judgement = judgeToken(text, { ...expected, keys: reading.keys, policy: {} }, crypto);
  const document = verifyDocument(judgement, reading, crypto);
  const compare = await comparison(judgement);
  const verdict = asked?.verdict(verdictOf(judgement)) ?? verdictOf(judgement);
  return {
    exit: exitOf({ verdict, findings: document.findings }, session.settings.failOn),
    report: () => {
      const report = verifyReportWith(compare, judgement, reading, crypto);
      const { sections, ...rest } = asked?.report(report) ?? report;
      return { ...rest, sections: [...sections, clockSection(expected)] };
    },
    json: () => ({ ...document, leeway: expected.leeway, ...asked?.json() }),
    known: async () => (await import('../output/known.ts')).knownOf(text, secretsOf(reading)),
  };
};

/** Nothing of this is loaded, and nobody is asked, unless the command says so. */
async function askIssuer(
  session: Session,
  argument: string | undefined,
  options: VerifyOptions,
  crypto: Crypto,
): Promise<Asked | undefined> {
  if (options.issuer === undefined && options.evidence === undefined) {
    if (options.introspect === true)
      fail('introspection-offline', 'No issuer is named that could be asked.', 'Give --issuer URL.');
    return undefined;
  }
  return (await import('../live/index.ts')).askIssuer(session, argument, options, crypto);
}

async function expectedClaims(
  session: Session,
  options: VerifyOptions,
  asked: Asked | undefined,
): Promise<ExpectedClaims> {
  const { at, issuerValue, audience, leeway } = options;
  const reading = at === undefined ? undefined : await readTime('--at', at, session.settings);
  for (const { code, message } of reading?.notes ?? []) await session.warn(code, message);
  const issuer = issuerValue ?? asked?.issuer;
  return {
    now: reading?.instant ?? session.settings.now,
    leeway: readLeeway(leeway),
    issuers: issuer === undefined ? undefined : [issuer],
    audiences: audience === undefined ? undefined : [audience],
    bindings: await readBindings(session, options),
  };
}

const differs = ({ outcome, bound }: ClaimCheck): boolean => outcome === 'fail' && bound.kind === 'one-of';

const comparison = async ({ claims }: TokenJudgement): Promise<Compare> =>
  claims.some(differs) ? (await import('../output/compared.ts')).comparedBlock : () => undefined;

function verdictOf({ signature, claims }: TokenJudgement): Outcome['verdict'] {
  if (signature.outcome === 'invalid' || claims.some(({ outcome }) => outcome === 'fail')) return 'rejected';
  return signature.outcome === 'valid' ? 'accepted' : 'undecided';
}

const secretsOf = ({ keys }: KeyReading): readonly string[] =>
  keys.flatMap(({ material }) =>
    material?.kind === 'secret' ? [new TextDecoder().decode(material.secret.reveal())] : [],
  );
