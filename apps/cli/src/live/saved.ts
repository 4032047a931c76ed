import type { Crypto } from '@why401/core';
import { keysOf } from '@why401/core/evidence';
import { type KeyReading, readKeys } from '@why401/core/keys';
import { MAX_PUBLISHED_KEYS } from '@why401/core/limits';
import { heldAgainst, heldAgainstSection, judgeToken, type SavedIssuer } from '@why401/core/verdict';
import { createCrypto } from '@why401/node/crypto';
import { fail } from '../failure.ts';
import type { Answer, Session } from '../session.ts';
import { loadEvidence } from './evidence.ts';
import { namedIssuer } from './verify.ts';

export interface Beside {
  readonly token: string;
  /** Of the evidence. */
  readonly file: string;
  /** Where it is told: where it is the answer, or after what is. */
  readonly below: 'verdict' | 'everything';
}

/** The answer, with the token held against what was saved of its issuer. Nobody is asked. */
export async function besideEvidence(
  session: Session,
  answer: Answer,
  { token, file, below }: Beside,
): Promise<Answer> {
  const crypto = createCrypto();
  const saved = await savedIssuer(session, file, crypto);
  const expected = { now: session.settings.now, leeway: 0, issuers: undefined, audiences: undefined };
  const judged = judgeToken(token, { ...expected, keys: saved.keys?.keys ?? [], policy: {} }, crypto);
  const held = heldAgainst(judged.token, judged.signature, saved);
  return {
    ...answer,
    report: () => {
      const report = answer.report();
      const { sections } = report;
      const at = below === 'verdict' ? 1 : sections.length;
      return { ...report, sections: [...sections.slice(0, at), heldAgainstSection(held), ...sections.slice(at)] };
    },
    json: () => ({ ...answer.json(), savedIssuer: held }),
  };
}

/** @throws Failure of what is no evidence */
export async function savedIssuer(session: Session, file: string, crypto: Crypto): Promise<SavedIssuer> {
  const evidence = await loadEvidence(session, file);
  const answer = keysOf(evidence)?.fetched;
  const whole = answer?.problem === undefined ? answer?.document : undefined;
  const keys: KeyReading | undefined =
    whole && readKeys(whole.bytes, crypto, { file: answer?.url ?? file, expect: 'public', most: MAX_PUBLISHED_KEYS });
  return { issuer: namedIssuer(evidence), keys, at: keys === undefined ? undefined : answer?.endedAt };
}

/** What a saved document calls its issuer. @throws Failure `no-issuer` where there is none */
export async function savedIssuerName(session: Session, file: string): Promise<string> {
  return (
    namedIssuer(await loadEvidence(session, file)) ??
    fail(
      'no-issuer',
      `The evidence holds no document that names its issuer.`,
      'Save it again: why401 issuer URL --save',
    )
  );
}
