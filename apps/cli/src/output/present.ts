import { toJson, toText } from '@why401/core/report';
import type { Answer, Session } from '../session.ts';

/** The result on standard output, and the report for others where `--share` asks for one. */
export async function present(session: Session, typed: string, answer: Answer): Promise<void> {
  const { io, settings } = session;
  const command = answer.command ?? typed;
  if (settings.share !== undefined) {
    const { share } = await import('./share.ts');
    await share(session, settings.share, command, answer);
  }
  await io.stdout.write(
    settings.json ? `${toJson(command, answer.json())}\n` : toText(answer.report(), settings.style),
  );
}
