import { decodeBytes } from '@why401/core/input';
import type { ClientAnswer } from '@why401/hops';
import { compareAnswers, compareDocument, compareReport } from '@why401/hops/compare';
import { exchangeOf, readAnswers } from '@why401/hops/read';
import { exitCodes } from '../exit-codes.ts';
import { fail } from '../failure.ts';
import { readNamedFile } from '../input/sources.ts';
import type { Answer, Session } from '../session.ts';

/** The same call through a hop and past it. */
export async function compareWays(session: Session, [via, direct]: readonly [string, string]): Promise<Answer> {
  const comparison = compareAnswers(
    { name: via, answer: await answerIn(session, via) },
    { name: direct, answer: await answerIn(session, direct) },
  );
  return {
    exit: comparison.says.length === 0 ? exitCodes.undecided : exitCodes.fine,
    report: () => compareReport(comparison),
    json: () => compareDocument(comparison),
  };
}

async function answerIn(session: Session, name: string): Promise<ClientAnswer> {
  const { bytes, name: shown } = await readNamedFile(session, name, { what: 'an answer' });
  const answer = exchangeOf(readAnswers(decodeBytes(bytes)).exchanges, null)?.answer;
  return answer ?? fail('no-answer', `There is no answer in ${shown}.`, 'Save it with curl -i or curl -v.');
}
