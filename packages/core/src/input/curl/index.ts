import type { PastedRequest } from '../model.ts';
import { findCommand, withoutPrompts } from '../shell/find-command.ts';
import { type Command, splitCmd, splitPosix, splitPowerShell } from '../shell/index.ts';
import { curlRequests } from './request.ts';

const NAME = /\bcurl(?:\.exe)?(?=[\s^`]|$)/gi;
/** A script of more commands is read so far. */
const MOST_COMMANDS = 1000;

/**
 * The requests of a curl command, in the spelling of a POSIX shell, of cmd.exe (`^`) or of
 * PowerShell (a backtick); undefined where the text is no curl command.
 */
export function readCurl(text: string): readonly PastedRequest[] | undefined {
  const from = findCommand(text, NAME);
  if (from === undefined) return undefined;
  const commands = split(text, from)
    .filter(({ words }) => isCurl(words[0] ?? ''))
    .slice(0, MOST_COMMANDS);
  const requests = commands.flatMap(curlRequests);
  return requests.length === 0 ? undefined : requests;
}

function isCurl(word: string): boolean {
  return /(?:^|[\\/])curl(?:\.exe)?$/i.test(word);
}

/** Assignments in front of the command count; a prompt in front of it does not. */
function split(text: string, from: number): readonly Command[] {
  const command = text.slice(from);
  const splitter = shellOf(command);
  const whole = splitter(withoutPrompts(text));
  return whole.some(({ words }) => isCurl(words[0] ?? '')) ? whole : splitter(command);
}

/** The shell is told by how it continues a line and by what only it has. */
function shellOf(command: string): (text: string) => readonly Command[] {
  if (/\^[ \t]*\r?\n|\^"/.test(command)) return splitCmd;
  return /`[ \t]*\r?\n/.test(command) ? splitPowerShell : splitPosix;
}
