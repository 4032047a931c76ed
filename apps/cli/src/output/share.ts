import { isShareFormat, share as toShare } from '@why401/core/redact';
import { fail } from '../failure.ts';
import type { Answer, Session } from '../session.ts';
import { refuseExisting, writeNewFile } from './new-file.ts';

const formatOf = (file: string): string => file.replace(/^.*\./s, '').toLowerCase();

/** Before the work is done: whether the report can be written at all. @throws Failure `share-kind`, `file-exists` */
export function checkShare(file: string, force: boolean): void {
  if (!isShareFormat(formatOf(file)))
    fail('share-kind', `--share ${file}: a report is html, md or json.`, 'Name the file report.html.');
  if (!force) refuseExisting(file);
}

/** Writes the report for others: redacted, in the form that the file's name asks for. */
export async function share(session: Session, file: string, command: string, answer: Answer): Promise<void> {
  const format = formatOf(file);
  if (!isShareFormat(format)) return;
  const text = toShare(
    { command, report: answer.report(), data: answer.json() },
    format,
    (await answer.known?.()) ?? {},
  );
  writeNewFile(file, text, session.settings.force);
  await session.tell(`a report without tokens, secrets and claim values is in ${file}`);
}
