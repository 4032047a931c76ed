import { across, acrossDocument, acrossReport } from '@why401/kong/across';
import { knownOfTokens } from '@why401/kong/ask';
import type { ConfigFile } from '@why401/kong/config';
import { createCrypto } from '@why401/node/crypto';
import { exitCodes } from '../exit-codes.ts';
import { Failure } from '../failure.ts';
import type { Pasted } from '../input/paste.ts';
import type { Answer, Session } from '../session.ts';
import type { ExplainSettings } from './explain-pasted.ts';

/** What several versions answer. Exit code 1 where an upgrade changes the answer, 2 where that is not known. */
export async function explainAcross(
  session: Session,
  { paste, source }: Pasted,
  files: readonly ConfigFile[],
  versions: string,
  { route, service, routerFlavor: flavor }: ExplainSettings,
): Promise<Answer> {
  const { zone, now } = session.settings;
  const list = versions.split(',').map((one) => one.trim());
  const question = { paste, name: source.name, route, service };
  const crossing = across(
    files,
    question,
    { versions: list.filter((one) => one !== ''), flavor, zone },
    { crypto: createCrypto(), clock: { now: () => now } },
  );
  if (!crossing.ok) throw new Failure(...crossing.problems);
  const { across: crossed } = crossing;
  for (const note of crossed.notes) await session.tell(note);
  const outcomes = crossed.requests.flatMap(({ upgrades }) => upgrades.map(({ outcome }) => outcome));
  return {
    exit: outcomes.includes('changed')
      ? exitCodes.rejected
      : outcomes.includes('undetermined')
        ? exitCodes.undecided
        : exitCodes.fine,
    report: () => acrossReport(crossed),
    json: () => acrossDocument(crossed),
    known: () => knownOfTokens(paste.tokens.map(({ text }) => text)),
  };
}
