import type { Problem } from '@why401/core';
import { type Exchange, readAnswers } from '../answer/index.ts';
import { readEntries } from '../entry/index.ts';
import { type Source, splitLines } from '../text/index.ts';
import { classify } from './classify.ts';
import { type Log, type LogOptions, readLog } from './log.ts';
import { type FileKind, recogniseFile } from './recognise.ts';

/** Everything that one file or pipe holds. */
export interface ReadText {
  readonly kind: FileKind;
  readonly exchanges: readonly Exchange[];
  readonly log: Log | null;
  /** Where it is a configuration of Kong: as it stands. */
  readonly config: string | null;
  /** What was not read, with its place. */
  readonly problems: readonly Problem[];
}

/** Reads a text of moderate size whole: an answer, logs of any kind, both mixed, an export, a configuration. */
export function readText(text: string, file: string, options: LogOptions = {}): ReadText {
  const kind = recogniseFile(text);
  const nothing: ReadText = { kind, exchanges: [], log: null, config: null, problems: [] };
  switch (kind) {
    case 'empty':
      return { ...nothing, problems: [unknown(file, 'is empty')] };
    case 'binary':
      return { ...nothing, problems: [unknown(file, 'is binary: no answer and no log that is known')] };
    case 'config':
      return { ...nothing, config: text };
    case 'csv':
    case 'json':
      return exported(nothing, text, file, options);
    case 'unknown': {
      const message =
        'is no answer, no configuration and no log that is known (Kong, nginx, HAProxy, Apache, Envoy, Traefik, Caddy, AWS ALB)';
      return { ...nothing, problems: [unknown(file, message)] };
    }
    default:
      return mixed(nothing, text, file, options);
  }
}

function exported(nothing: ReadText, text: string, file: string, { credentials }: LogOptions): ReadText {
  const { entries, strange } = readEntries(text, file, { ...(credentials && { credentials }) });
  if (entries.length === 0) return { ...nothing, problems: [unknown(file, 'holds no log entry of Kong')] };
  const log: Log = { owner: 'kong', errors: [], accesses: [], entries, lines: [], strange };
  return { ...nothing, log, problems: unreadLines(strange, file) };
}

/** Begins an answer, or the talk of curl around it. */
const ANSWER_BEGINS = /^(?:HTTP\/[0-9]|[<>] \S|\* \S|curl: \(|\S*Error: )/;

/** Lines of logs, and answers between them: what follows an answer's first line belongs to it, up to the next log line. */
function mixed(nothing: ReadText, text: string, file: string, options: LogOptions): ReadText {
  if (nothing.kind === 'answer' && isWholeAnswer(text)) return answered(nothing, text, options);
  const logs: Source[] = [];
  const rest: string[] = [];
  let inAnswer = false;
  for (const source of splitLines(text, file)) {
    const isLog = classify(source.text) !== 'other';
    inAnswer = !isLog && (inAnswer || ANSWER_BEGINS.test(source.text));
    if (inAnswer) rest.push(source.text);
    else logs.push(source);
  }
  // Blank lines were lost with the splitting: the answer is read from the text itself.
  const answer = rest.length === 0 ? nothing : answered(nothing, answerText(text), options);
  if (logs.length === 0) return answered(nothing, text, options);
  const log = readLog(logs, options);
  const found = log.errors.length + log.accesses.length + log.entries.length + log.lines.length;
  if (found === 0) return answer;
  return { ...answer, log, problems: [...answer.problems, ...unreadLines(log.strange, file)] };
}

/** No line of it is a log's: nearly always. */
const isWholeAnswer = (text: string): boolean => splitLines(text).every((source) => classify(source.text) === 'other');

function answerText(text: string): string {
  let inAnswer = false;
  return text
    .split('\n')
    .filter((line) => {
      const isLog = line.trim() !== '' && classify(line.replace(/\r$/, '')) !== 'other';
      inAnswer = !isLog && (inAnswer || ANSWER_BEGINS.test(line));
      return inAnswer;
    })
    .join('\n');
}

function answered(nothing: ReadText, text: string, { credentials }: LogOptions): ReadText {
  const { exchanges, problems } = readAnswers(text, credentials);
  return { ...nothing, exchanges, problems };
}

const unknown = (file: string, what: string): Problem => ({
  code: 'not-recognised',
  message: `this ${what}`,
  place: { file, from: 0 },
});

const MOST_NAMED = 5;

/** Lines that were not read, those that follow each other as one. */
export function unreadLines(strange: readonly Source[], file: string): readonly Problem[] {
  const stretches: { from: number; to: number; line: number; count: number }[] = [];
  for (const { place } of strange) {
    const { from = 0, to = 0, line = 0 } = place;
    const last = stretches.at(-1);
    if (last !== undefined && last.line + last.count === line) {
      last.to = to;
      last.count++;
    } else stretches.push({ from, to, line, count: 1 });
  }
  const named = stretches.slice(0, MOST_NAMED).map(({ from, to, line, count }): Problem => {
    const what = count === 1 ? 'a line' : `${count} lines`;
    return {
      code: 'lines-not-read',
      message: `${what} in no format that is known (octets ${from} to ${to})`,
      place: { file, line, from, to },
    };
  });
  const left = stretches.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return named;
  return [
    ...named,
    { code: 'lines-not-read', message: `${left} more lines in no format that is known`, place: { file } },
  ];
}
