import type { KeyReading } from '@why401/core/keys';
import {
  type ClaimCheck,
  type Compare,
  judgeToken,
  type TokenJudgement,
  verifyDocument,
  verifyReportWith,
} from '@why401/core/verdict';
import { createCrypto } from '@why401/node/crypto';
import { type KeyOptions, readKeyOptions } from '../input/keys.ts';
import { readTokenOptions, type TokenOptions } from '../input/tokens.ts';
import { readTime } from '../options/times.ts';
import { exitOf, type Outcome } from '../outcome.ts';
import type { Session, Verb } from '../session.ts';

export interface VerifyOptions extends TokenOptions, KeyOptions {
  readonly issuerValue?: string;
  readonly audience?: string;
  readonly at?: string;
}

export const verify: Verb<VerifyOptions> = async (session, [argument], options) => {
  const crypto = createCrypto();
  const { token } = await readTokenOptions(session, argument, options);
  const reading = await readKeyOptions(session, options, crypto);
  const request = { ...(await expectedClaims(session, options)), keys: reading.keys, policy: {} };
  const judgement = judgeToken(token.text, request, crypto);
  const document = verifyDocument(judgement, reading, crypto);
  const compare = await comparison(judgement);
  return {
    exit: exitOf({ verdict: verdictOf(judgement), findings: document.findings }, session.settings.failOn),
    report: () => verifyReportWith(compare, judgement, reading, crypto),
    json: () => document,
    known: async () => (await import('../output/known.ts')).knownOf(token.text, secretsOf(reading)),
  };
};

async function expectedClaims(session: Session, { at, issuerValue, audience }: VerifyOptions) {
  const reading = at === undefined ? undefined : await readTime('--at', at, session.settings);
  for (const { code, message } of reading?.notes ?? []) await session.warn(code, message);
  return {
    now: reading?.instant ?? session.settings.now,
    leeway: 0,
    issuers: issuerValue === undefined ? undefined : [issuerValue],
    audiences: audience === undefined ? undefined : [audience],
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
