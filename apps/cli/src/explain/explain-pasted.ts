import { type Asker, type AskerOptions, createAsker } from '@why401/kong/ask';
import type { ConfigFile } from '@why401/kong/config';
import type { ActualReply, Telling } from '@why401/kong/explanation';
import type { RouterFlavor } from '@why401/kong/versions';
import { createCrypto } from '@why401/node/crypto';
import { Failure } from '../failure.ts';
import type { Pasted } from '../input/paste.ts';
import { exitOf } from '../outcome.ts';
import type { Answer, Session } from '../session.ts';

export interface ExplainSettings {
  readonly route?: string;
  readonly service?: string;
  readonly kongVersion: string;
  readonly routerFlavor?: RouterFlavor;
  readonly as?: Telling['as'];
}

/** Explains what was pasted against the configuration. @throws Failure with what the configuration or the paste lacks */
export async function explainPasted(
  session: Session,
  { paste, source }: Pasted,
  files: readonly ConfigFile[],
  { route, service, kongVersion: version, routerFlavor: flavor, as = 'diff' }: ExplainSettings,
  reply?: ActualReply,
): Promise<Answer> {
  const { zone, failOn } = session.settings;
  const asker = askerOf(session, files, { version, flavor });
  const asked = asker.ask({ paste, name: source.name, route, service, reply }, { zone, as });
  if (!asked.ok) throw new Failure(...asked.problems);
  const { answer } = asked;
  for (const note of answer.notes) await session.tell(note);
  return {
    ...answer,
    known: () => answer.known,
    exit: exitOf({ verdict: answer.verdict, findings: answer.surprises }, failOn),
  };
}

function askerOf({ settings: { now } }: Session, files: readonly ConfigFile[], options: AskerOptions): Asker {
  const asking = createAsker(files, options, { crypto: createCrypto(), clock: { now: () => now } });
  if (!asking.ok) throw new Failure(...asking.problems);
  return asking.asker;
}
