import type { Known } from '@why401/core/redact';
import type { Report } from '@why401/core/report';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Settings } from './options/settings.ts';

/** What a verb is given. */
export interface Session {
  readonly io: Io;
  readonly settings: Settings;
  /** Says something on standard error, once for each code, in the words given. */
  warn(code: string, message: string): Promise<void>;
  /** Says on standard error what was decided where the input left it open. */
  tell(message: string): Promise<void>;
  /** Standard input to its end; it can be read once. @throws Failure `stdin-twice`, `nothing-on-stdin` */
  takeStdin(awaited: string): Promise<Uint8Array>;
  /** The same, piece by piece. */
  streamStdin(awaited: string): AsyncIterable<Uint8Array>;
}

/** What a verb found. The report is worked out only when somebody reads it. */
export interface Answer {
  /** The verb whose document `json` is, where that is not the one that was typed. */
  readonly command?: string;
  readonly exit: ExitCode;
  report(): Report;
  /** Members of the document beside `schemaVersion` and `command` (`schema/report.schema.json`). */
  json(): object;
  /** What was read and must not remain in a report that is given away. */
  known?(): Known | Promise<Known>;
}

/** A verb that writes its own output (`replay`, `completion`) answers with the exit code alone. */
export type Verb<Options = object> = (
  session: Session,
  args: readonly string[],
  options: Options,
) => Promise<Answer | ExitCode>;
