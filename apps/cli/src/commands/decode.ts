import { readToken } from '@why401/core/parse';
import { decodeReport, describeToken } from '@why401/core/verdict';
import { fewDigests } from '@why401/node/digest';
import type { Pasted } from '../input/paste.ts';
import { type ReadToken, readTokenOptions, type TokenOptions, tokenOf } from '../input/tokens.ts';
import { exitOf } from '../outcome.ts';
import type { Answer, Session, Verb } from '../session.ts';

export interface DecodeOptions extends TokenOptions {
  readonly evidence?: string;
}

export const decode: Verb<DecodeOptions> = async (session, [argument], options) => {
  const read = await readTokenOptions(session, argument, options);
  const answer = answerOf(session, read);
  if (options.evidence === undefined) return answer;
  const beside = { token: read.token.text, file: options.evidence, below: 'verdict' } as const;
  return (await import('../live/saved.ts')).besideEvidence(session, answer, beside);
};

export const decodePasted = async (session: Session, pasted: Pasted): Promise<Answer> =>
  answerOf(session, await tokenOf(pasted));

function answerOf({ settings: { now, zone, failOn } }: Session, { token, number, of }: ReadToken): Answer {
  const description = describeToken(readToken(token.text), now, {
    crypto: fewDigests,
    zone,
    found: token,
    among: { number, of },
  });
  const { findings, strict } = description;
  return {
    command: 'decode',
    exit: exitOf({ verdict: strict.valid ? 'accepted' : 'rejected', findings }, failOn),
    report: () => decodeReport(description),
    json: () => description,
    known: async () => (await import('../output/known.ts')).knownOf(token.text),
  };
}
